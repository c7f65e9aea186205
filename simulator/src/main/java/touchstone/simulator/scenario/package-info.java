/** Scenario files: YAML in, a checked {@link touchstone.simulator.Scenario} or one sentence with file and line out. */
@NullMarked
package touchstone.simulator.scenario;

import org.jspecify.annotations.NullMarked;
