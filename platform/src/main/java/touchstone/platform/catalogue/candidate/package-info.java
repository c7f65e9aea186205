/** What a candidate asks a company, what to beware of, and how to prepare. */
@NullMarked
package touchstone.platform.catalogue.candidate;

import org.jspecify.annotations.NullMarked;
