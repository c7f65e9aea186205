/** Tests of validation. */
@NullMarked
package touchstone.runner.validate;

import org.jspecify.annotations.NullMarked;
