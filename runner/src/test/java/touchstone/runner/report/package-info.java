@NullMarked
package touchstone.runner.report;

import org.jspecify.annotations.NullMarked;
