/** Pages of an opening's plan: stages, weights and rule, publishing, published versions. */
@NullMarked
package touchstone.platform.hiring.plan;

import org.jspecify.annotations.NullMarked;
