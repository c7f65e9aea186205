/** Tests of the command line, through its door. */
@NullMarked
package touchstone.cli;

import org.jspecify.annotations.NullMarked;
