/** Fairness: how declared groups pass the stages, where there are enough people to say so. */
@NullMarked
package touchstone.platform.insight.fairness;

import org.jspecify.annotations.NullMarked;
