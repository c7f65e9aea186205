/** Reads YAML that a person wrote into records, and says in one sentence with file and line what is wrong with it. */
@NullMarked
package touchstone.yaml;

import org.jspecify.annotations.NullMarked;
