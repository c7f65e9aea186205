/** The report, as JSON and as one self-contained page. */
@NullMarked
package touchstone.runner.report;

import org.jspecify.annotations.NullMarked;
