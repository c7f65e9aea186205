/** What a lab is: its script for a day, its items, its criteria. */
@NullMarked
package touchstone.runner.lab;

import org.jspecify.annotations.NullMarked;
