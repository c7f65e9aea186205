/** The database: the embedded server, migrations, and the organisation that each transaction belongs to. */
@NullMarked
package touchstone.platform.shell.database;

import org.jspecify.annotations.NullMarked;
