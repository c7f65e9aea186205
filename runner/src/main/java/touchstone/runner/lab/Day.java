package touchstone.runner.lab;

import java.util.List;
import touchstone.simulator.Scenario;

/**
 * The script of one run.
 *
 * @param scenario how the simulated model behaves
 * @param phases in order, without gaps
 * @param items in order of arrival
 */
public record Day(Scenario scenario, List<Phase> phases, List<Item> items) {

    public Day {
        phases = List.copyOf(phases);
        items = List.copyOf(items);
    }

    /**
     * A stretch of the day.
     *
     * @param name unique, in kebab case
     * @param title for people
     * @param fault what is wrong with the world during this phase, for people; empty when nothing is
     * @param restart whether the program is stopped and started again at the beginning, with the state that it left; requests
     *     wait until it is ready
     */
    public record Phase(String name, String title, String fault, long startMicros, long endMicros, boolean restart) {

        /** A phase in which the program just runs on. */
        public Phase(String name, String title, String fault, long startMicros, long endMicros) {
            this(name, title, fault, startMicros, endMicros, false);
        }
    }
}
