package touchstone.measurement.ranking;

/** How far down a ranking is looked at. */
final class Cutoff {

    private Cutoff() {}

    static void check(int cutoff) {
        if (cutoff < 1) {
            throw new IllegalArgumentException("a cutoff is at least 1, got " + cutoff);
        }
    }
}
