/** The whole loop as people live it: each in their own browser, from the first start to the decision and after. */
@NullMarked
package touchstone.platform.story;

import org.jspecify.annotations.NullMarked;
