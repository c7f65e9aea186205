package touchstone.chance;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * An immutable point in a tree of random decisions: a seed, then names and keys.
 *
 * <p>The same path always gives the same draw, whatever else was drawn before, after, or on another thread. Streams are
 * named so that adding a new one changes no other: {@code Chance.ofSeed(7).stream("faults").key(itemId, attempt)}.
 *
 * <p>Implementation: the path is folded into 64 bits with the MurmurHash3 finaliser over every character (Appleby, 2011);
 * sequences come from {@link SplittableRandom}, SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014).
 */
public final class Chance {

    private final long state;

    private Chance(long state) {
        this.state = state;
    }

    /** The root of the tree. Any seed is good, zero included. */
    public static Chance ofSeed(long seed) {
        return new Chance(mix(seed ^ 0x9E3779B97F4A7C15L));
    }

    /** The branch of that name, such as {@code "faults"}. */
    public Chance stream(String name) {
        return new Chance(fold(state, "stream:" + name));
    }

    /** The branch under these keys, in this order; {@code key("a", "b")} differs from {@code key("ab")}. */
    public Chance key(Object... keys) {
        long folded = state;
        for (Object key : keys) {
            folded = fold(folded, key.toString());
        }
        return new Chance(folded);
    }

    /** A fresh generator for a sequence of draws at this point; each call starts the same sequence again. */
    public RandomGenerator generator() {
        return new SplittableRandom(state);
    }

    /** One number, uniform in [0, 1). */
    public double uniform() {
        return (mix(state) >>> 11) * 0x1.0p-53;
    }

    /** True with this probability (0 to 1). */
    public boolean happens(double probability) {
        return uniform() < probability;
    }

    /** One number from the normal distribution with mean 0 and standard deviation 1. */
    public double gaussian() {
        return generator().nextGaussian();
    }

    /** One whole number, uniform in [low, high). */
    public int between(int low, int high) {
        return generator().nextInt(low, high);
    }

    /** One element of a list that is not empty, each equally likely. */
    public <T> T oneOf(List<T> choices) {
        return choices.get(between(0, choices.size()));
    }

    /** The elements in a random order (Fisher and Yates, 1938), as a new list. */
    public <T> List<T> shuffled(List<T> elements) {
        List<T> result = new ArrayList<>(elements);
        RandomGenerator draws = generator();
        for (int i = result.size() - 1; i > 0; i--) {
            int j = draws.nextInt(i + 1);
            T held = result.get(i);
            result.set(i, result.get(j));
            result.set(j, held);
        }
        return result;
    }

    private static long fold(long state, String text) {
        long folded = state;
        for (int i = 0; i < text.length(); i++) {
            folded = mix(folded * 31 + text.charAt(i));
        }
        return mix(folded ^ (0xC2B2AE3D27D4EB4FL * (text.length() + 1)));
    }

    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 33)) * 0xFF51AFD7ED558CCDL;
        z = (z ^ (z >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return z ^ (z >>> 33);
    }
}
