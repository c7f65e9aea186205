package touchstone.simulator.wire;

import touchstone.chance.Chance;
import touchstone.simulator.model.Pace;

/**
 * When the parts of an answer are due, in microseconds on the run's clock.
 *
 * @param startMicros when the first byte is due
 * @param eventMicros time of each token event after it
 */
record Timing(long startMicros, double eventMicros) {

    /**
     * The timing that a pace gives.
     *
     * @param receivedMicros when the call came
     * @param chance keyed to this call
     * @param activeCalls calls at once on this model, this one included
     * @param uncachedTokens of the prompt
     * @param outputTokens of the whole answer
     * @param events token events of the whole answer
     */
    static Timing of(
            Pace pace,
            long receivedMicros,
            Chance chance,
            int activeCalls,
            int uncachedTokens,
            int outputTokens,
            int events) {
        double noise = pace.noise() == 0 ? 1 : Math.exp(pace.noise() * chance.gaussian());
        double load = Math.min(1, (activeCalls - 1) / (double) Math.max(1, pace.loadCalls()));
        double factor = noise * (1 + (pace.loadFactor() - 1) * load);
        double before = (pace.overheadMicros() + (double) uncachedTokens * pace.prefillMicros()) * factor;
        double decode = (double) outputTokens * pace.decodeMicros() * factor;
        return new Timing(receivedMicros + Math.round(before), events == 0 ? 0 : decode / events);
    }

    Timing later(long micros) {
        return new Timing(startMicros + micros, eventMicros);
    }

    /** When the token event of this number, from 0, is due. */
    long event(int number) {
        return startMicros + Math.round((number + 1) * eventMicros);
    }
}
