/** After hiring: whether those who were rated higher did better later. */
@NullMarked
package touchstone.platform.insight.outcomes;

import org.jspecify.annotations.NullMarked;
