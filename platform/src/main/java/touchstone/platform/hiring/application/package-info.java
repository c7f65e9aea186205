/** The page of one application: where it stands, who is on it, what happened, where to go on. */
@NullMarked
package touchstone.platform.hiring.application;

import org.jspecify.annotations.NullMarked;
