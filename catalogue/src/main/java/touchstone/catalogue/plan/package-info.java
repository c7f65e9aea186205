/** What is worth saying about a hiring plan before it is published. */
@NullMarked
package touchstone.catalogue.plan;

import org.jspecify.annotations.NullMarked;
