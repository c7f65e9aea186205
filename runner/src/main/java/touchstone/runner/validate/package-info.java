/** Whether a lab can tell good work from bad: ladder, mutants and trivial solutions against the rules. */
@NullMarked
package touchstone.runner.validate;

import org.jspecify.annotations.NullMarked;
