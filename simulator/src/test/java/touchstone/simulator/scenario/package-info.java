/** Tests of YAML and scenario files. */
@NullMarked
package touchstone.simulator.scenario;

import org.jspecify.annotations.NullMarked;
