/** Tests of the sandbox: real boxes, real programs. */
@NullMarked
package touchstone.runner.sandbox;

import org.jspecify.annotations.NullMarked;
