/** One plan template: stages, coverage, rule. */
@NullMarked
package touchstone.platform.catalogue.plan;

import org.jspecify.annotations.NullMarked;
