package touchstone.simulator.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrefixCacheTests {

    private static final String WORDS = "one two three four five six seven eight ".repeat(100);

    private final GroundedBehaviour behaviour = new GroundedBehaviour(Prompts.SCENARIO);

    @Test
    void knowsOnlyWhatTheModelHasSeenBefore() {
        assertThat(cached("sim-small", WORDS)).isZero();
        assertThat(cached("sim-small", WORDS + "and a new end")).isEqualTo(768);
        assertThat(cached("sim-large", WORDS)).isZero();
        assertThat(cached("sim-small", "other " + WORDS)).isZero();
    }

    @Test
    void beginsAt256Tokens() {
        String below = "word ".repeat(255);
        cached("sim-small", below);
        assertThat(cached("sim-small", below)).isZero();
        String exact = "name ".repeat(256);
        cached("sim-small", exact);
        assertThat(cached("sim-small", exact)).isEqualTo(256);
    }

    @Test
    void neverExceedsThePrompt() {
        String long1 = "incomprehensibilities ".repeat(300);
        cached("sim-small", long1);
        assertThat(cached("sim-small", long1))
                .isLessThanOrEqualTo(behaviour.countTokens(long1))
                .isPositive();
    }

    @Test
    void forgetsTheLeastRecentlyUsed() {
        PrefixCache small = new PrefixCache(4);
        var first = Prompts.chat("m", Prompts.user("first ".repeat(300))).messages();
        small.lookUpAndRemember("m", first);
        assertThat(small.lookUpAndRemember("m", first)).isEqualTo(256);
        small.lookUpAndRemember(
                "m", Prompts.chat("m", Prompts.user("second ".repeat(600))).messages());
        assertThat(small.lookUpAndRemember("m", first)).isZero();
    }

    private int cached(String model, String text) {
        return behaviour.cachedPrefixTokens(model, Prompts.chat(model, Prompts.user(text)));
    }
}
