/** What is confirmed survives a killed application and a killed database. */
@NullMarked
package touchstone.platform.crash;

import org.jspecify.annotations.NullMarked;
