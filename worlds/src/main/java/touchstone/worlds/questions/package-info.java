/** Questions of every kind with answers and evidence. */
@NullMarked
package touchstone.worlds.questions;

import org.jspecify.annotations.NullMarked;
