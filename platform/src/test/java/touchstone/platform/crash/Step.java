package touchstone.platform.crash;

/**
 * One step of a random workflow, a function of the seed and its number alone: five candidates are taken through the same
 * actions, interleaved by chance.
 *
 * @param number from 0
 * @param lane which of the five goes on
 * @param candidate how many candidates this lane had before
 * @param action what is done
 */
record Step(int number, int lane, int candidate, Action action) {

    private static final int LANES = 5;

    /** What is done with a candidate, in this order. */
    enum Action {
        ADD,
        APPLY,
        SCHEDULE,
        NOTE,
        DRAFT,
        TOOK_PLACE,
        SUBMIT_ONE,
        SUBMIT_OTHER,
        CORRECT,
        MOVE
    }

    static Step of(long seed, int number) {
        int lane = lane(seed, number);
        int before = 0;
        for (int earlier = 0; earlier < number; earlier++) {
            before += lane(seed, earlier) == lane ? 1 : 0;
        }
        Action[] actions = Action.values();
        return new Step(number, lane, before / actions.length, actions[before % actions.length]);
    }

    String email() {
        return "lane-" + lane + "-" + candidate + "@example.com";
    }

    private static int lane(long seed, int number) {
        long mixed = (seed * 0x9E3779B97F4A7C15L + number) * 0xBF58476D1CE4E5B9L;
        long spread = (mixed ^ (mixed >>> 31)) * 0x94D049BB133111EBL;
        return (int) Math.floorMod(spread >>> 33, (long) LANES);
    }
}
