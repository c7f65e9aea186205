/** Runs the jobs that the modules offer, one process at a time. */
@NullMarked
package touchstone.platform.shell.jobs;

import org.jspecify.annotations.NullMarked;
