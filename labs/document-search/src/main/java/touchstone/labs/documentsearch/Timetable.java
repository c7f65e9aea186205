package touchstone.labs.documentsearch;

import java.util.ArrayList;
import java.util.List;
import touchstone.runner.lab.Day;

/**
 * When what happens, and how much of it. The order is the same in every seed.
 *
 * @param quick whether this is the short form
 * @param documents of the corpus
 * @param phases in order
 * @param counts how many items there are of what
 */
record Timetable(boolean quick, int documents, List<Day.Phase> phases, Counts counts) {

    static final String LOAD = "load";
    static final String STEADY = "steady";
    static final String UPDATE = "update";
    static final String AFTER_UPDATE = "after-update";
    static final String POISON = "poison";
    static final String RESTART = "restart";
    static final String BURST = "burst";
    static final String RATE_LIMIT = "rate-limit";

    /**
     * Items of each sort. Questions that the update changes, deletes or poisons are all asked.
     *
     * @param probes searches for a document by its own words, at the end of the load and after the restart
     * @param searches in the steady phase
     * @param asked answerable questions of the steady phase that the update does not touch
     * @param unanswerable of the steady phase
     * @param askedAgain answerable questions after the restart
     * @param unanswerableAgain after the restart
     * @param burst questions
     * @param limited questions while the models are limited
     */
    record Counts(
            int probes,
            int searches,
            int asked,
            int unanswerable,
            int askedAgain,
            int unanswerableAgain,
            int burst,
            int limited) {}

    static final Timetable FULL =
            new Timetable(false, 800, phases(38, 25, 4, 8, 9, 10, 6, 12), new Counts(24, 108, 44, 20, 6, 4, 20, 20));

    static final Timetable QUICK =
            new Timetable(true, 200, phases(14, 10, 3, 5, 5, 8, 3, 7), new Counts(10, 28, 15, 7, 2, 2, 8, 8));

    private static List<Day.Phase> phases(
            int load, int steady, int update, int after, int poison, int restart, int burst, int limit) {
        List<Day.Phase> phases = new ArrayList<>();
        add(phases, LOAD, "Load", "", load);
        add(phases, STEADY, "Steady", "", steady);
        add(phases, UPDATE, "Update", "", update);
        add(phases, AFTER_UPDATE, "After the update", "", after);
        add(phases, POISON, "Poison", "documents with instructions arrive", poison);
        add(phases, RESTART, "Restart", "the program is started again", restart);
        add(phases, BURST, "Burst", "", burst);
        add(phases, RATE_LIMIT, "Rate limit", "sim-medium and sim-large take few requests", limit);
        return List.copyOf(phases);
    }

    private static void add(List<Day.Phase> phases, String name, String title, String fault, int seconds) {
        long start = phases.isEmpty() ? 0 : phases.getLast().endMicros();
        phases.add(new Day.Phase(name, title, fault, start, start + seconds * 1_000_000L, name.equals(RESTART)));
    }

    Day.Phase phase(String name) {
        return phases.stream()
                .filter(phase -> phase.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
