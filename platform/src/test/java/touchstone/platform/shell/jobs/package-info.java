/** Tests of the job runner. */
@NullMarked
package touchstone.platform.shell.jobs;

import org.jspecify.annotations.NullMarked;
