/** What the commands of {@code measure} share: CSV files in, a report as text, JSON or one HTML page out. */
@NullMarked
package touchstone.cli.measure;

import org.jspecify.annotations.NullMarked;
