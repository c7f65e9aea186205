/**
 * Reliability of a loop of interviews: generalizability theory splits the variance of ratings into candidates, interviewers,
 * dimensions and their combinations, and a decision study asks how many of each a wanted reliability takes.
 */
@NullMarked
package touchstone.measurement.reliability;

import org.jspecify.annotations.NullMarked;
