/** What interviewers look for across questions: signals, red flags, kinds to avoid, frames, stages, take-home rules. */
@NullMarked
package touchstone.platform.catalogue.signal;

import org.jspecify.annotations.NullMarked;
