package touchstone.labs.resilientclient;

import java.util.List;
import touchstone.runner.lab.Day;

/**
 * When what happens. The order is the same in every seed.
 *
 * @param quick whether this is the short form
 * @param stretches in order
 */
record Timetable(boolean quick, List<Stretch> stretches) {

    static final String WARM_UP = "warm-up";
    static final String STEADY = "steady";
    static final String RATE_LIMIT = "rate-limit";
    static final String BURST = "burst";
    static final String OUTAGE = "outage";
    static final String LATENCY_SPIKE = "latency-spike";
    static final String RECOVERY = "recovery";
    static final String REPEATS = "repeats";

    /**
     * One phase.
     *
     * @param items how many plain items arrive; the steady phase has its own
     * @param arriveWithinMillis the arrivals are spread over this time from the phase's start
     */
    record Stretch(String name, String title, String fault, int millis, int items, int arriveWithinMillis) {}

    static final Timetable FULL =
            new Timetable(false, stretches(6, 28, 14, 6, 14, 10, 10, 8, new int[] {12, 42, 40, 42, 25, 25, 45}, 2));

    static final Timetable QUICK =
            new Timetable(true, stretches(2, 10, 5, 2, 5, 3, 4, 2, new int[] {4, 15, 20, 15, 8, 10, 20}, 1));

    private static List<Stretch> stretches(
            int warmUp,
            int steady,
            int limit,
            int burst,
            int outage,
            int spike,
            int recovery,
            int repeats,
            int[] items,
            int burstSeconds) {
        return List.of(
                new Stretch(WARM_UP, "Warm-up", "", warmUp * 1_000, items[0], warmUp * 1_000),
                new Stretch(STEADY, "Steady, with single faults", "single faults", steady * 1_000, 0, steady * 1_000),
                new Stretch(
                        RATE_LIMIT,
                        "Rate limit",
                        "the primary model takes 2 requests a second",
                        limit * 1_000,
                        items[1],
                        limit * 1_000),
                new Stretch(BURST, "Burst", "", burst * 1_000, items[2], burstSeconds * 1_000),
                new Stretch(
                        OUTAGE, "Outage", "the primary model answers 503", outage * 1_000, items[3], outage * 1_000),
                new Stretch(
                        LATENCY_SPIKE,
                        "Latency spike",
                        "the primary model starts 0.7 s late",
                        spike * 1_000,
                        items[4],
                        spike * 1_000),
                new Stretch(RECOVERY, "Recovery", "", recovery * 1_000, items[5], recovery * 1_000),
                new Stretch(REPEATS, "Repeats", "", repeats * 1_000, items[6], repeats * 1_000));
    }

    List<Day.Phase> phases() {
        List<Day.Phase> phases = new java.util.ArrayList<>();
        long start = 0;
        for (Stretch stretch : stretches) {
            long end = start + stretch.millis() * 1_000L;
            phases.add(new Day.Phase(stretch.name(), stretch.title(), stretch.fault(), start, end));
            start = end;
        }
        return phases;
    }
}
