package touchstone.worlds.facts;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import touchstone.chance.Chance;

/** Ids that say nothing about what they name, not even its place in the order of making. */
public final class Names {

    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

    private final Chance chance;
    private final Set<String> used = new HashSet<>();

    public Names(Chance chance) {
        this.chance = chance.stream("names");
    }

    /** The id of whatever these keys stand for, such as {@code d-4k7wq2}. */
    public String of(String prefix, Object... keys) {
        RandomGenerator draws = chance.stream(prefix).key(keys).generator();
        while (true) {
            StringBuilder id = new StringBuilder(prefix).append('-');
            for (int i = 0; i < 6; i++) {
                id.append(LETTERS.charAt(draws.nextInt(LETTERS.length())));
            }
            if (used.add(id.toString())) {
                return id.toString();
            }
        }
    }
}
