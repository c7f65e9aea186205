package touchstone.runner.run;

/** Is told how a run goes on. Called from many threads. */
public interface Progress {

    /** A step begins, such as "starting the solution". */
    void step(String what);

    /**
     * The day goes on.
     *
     * @param phase title of the phase
     * @param done items that have ended
     * @param items of how many
     */
    void day(String phase, int done, int items);

    /** Says nothing. */
    Progress NONE = new Progress() {
        @Override
        public void step(String what) {}

        @Override
        public void day(String phase, int done, int items) {}
    };
}
