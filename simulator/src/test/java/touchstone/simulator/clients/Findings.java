package touchstone.simulator.clients;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** What one client did with each feature, gathered while it runs. */
final class Findings {

    private final String version;
    private final Map<Feature, Finding> byFeature = new EnumMap<>(Feature.class);

    Findings(String version) {
        this.version = version;
    }

    String version() {
        return version;
    }

    void put(Feature feature, Finding finding) {
        byFeature.put(feature, finding);
    }

    /** The finding; {@link Finding.Wrong} when the client never came to it. */
    Finding of(Feature feature) {
        return Optional.ofNullable(byFeature.get(feature)).orElseGet(() -> new Finding.Wrong("never tried"));
    }

    /** Tries one feature; what it throws makes it wrong. */
    void meet(Feature feature, Callable<Finding> attempt) {
        try {
            put(feature, attempt.call());
        } catch (Exception | AssertionError wrong) {
            put(feature, new Finding.Wrong(wrong.getClass().getSimpleName() + ": " + wrong.getMessage()));
        }
    }

    /** Tries one feature that has nothing to say when it works. */
    void works(Feature feature, Attempt attempt) {
        meet(feature, () -> {
            attempt.run();
            return new Finding.Works("");
        });
    }

    /** Tries one feature that must end with exactly this exception, its message naming the code. */
    void raises(Feature feature, Class<? extends Throwable> expected, String code, Attempt attempt) {
        meet(feature, () -> {
            try {
                attempt.run();
            } catch (Exception raised) {
                boolean right = raised.getClass() == expected
                        && String.valueOf(raised.getMessage()).contains(code);
                return right
                        ? new Finding.Works(expected.getSimpleName())
                        : new Finding.Wrong("raised " + raised.getClass().getSimpleName() + ": " + raised.getMessage());
            }
            return new Finding.Wrong("raised nothing");
        });
    }

    /** Something that a client does. */
    @FunctionalInterface
    interface Attempt {
        void run() throws Exception;
    }
}
