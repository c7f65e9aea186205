package touchstone.measurement.reliability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The random effects of a model and to which level of each a score belongs.
 *
 * <p>Effects that the data cannot tell apart are left out, each with a sentence: one with a single level, one whose every level has
 * one score (it is the residual), one that splits the scores just like another.
 */
final class Effects {

    /** One random effect: a set of facets as bits, with its levels 0, 1, ... by score. */
    static final class Effect {

        private final int set;
        private final int levels;
        private final int[] levelOf;

        Effect(int set, int levels, int[] levelOf) {
            this.set = set;
            this.levels = levels;
            this.levelOf = levelOf;
        }

        int set() {
            return set;
        }

        int levels() {
            return levels;
        }

        int[] levelOf() {
            return levelOf;
        }

        boolean ofObject() {
            return (set & 1) == 1;
        }
    }

    private final List<Effect> effects = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** All combinations of facets up to {@code order}, but the combination of all facets. */
    Effects(CrossedScores scores, int order) {
        int all = (1 << scores.facets().size()) - 1;
        int[] sets = IntStream.range(1, all)
                .filter(set -> Integer.bitCount(set) <= order)
                .boxed()
                .sorted(Comparator.comparingInt(Integer::bitCount).thenComparingInt(set -> set))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int set : sets) {
            Effect effect = effect(scores, set);
            String name = String.join(" x ", AnovaComponents.names(scores, set));
            if (effect.levels() < 2) {
                notes.add("There is one " + name + " only: its part of the variance cannot be seen.");
            } else if (effect.levels() == scores.size()) {
                notes.add("Every " + name + " has one score: its part of the variance is in the residual.");
            } else if (effects.stream().anyMatch(other -> Arrays.equals(other.levelOf(), effect.levelOf()))) {
                notes.add("The scores do not tell " + name + " from another effect.");
            } else {
                effects.add(effect);
            }
        }
    }

    private static Effect effect(CrossedScores scores, int set) {
        Map<Long, Integer> known = new HashMap<>();
        int[] levelOf = new int[scores.size()];
        for (int i = 0; i < levelOf.length; i++) {
            long cell = 0;
            for (int facet = 0; facet < scores.facets().size(); facet++) {
                if ((set >> facet & 1) == 1) {
                    cell = cell * scores.count(facet) + scores.level(facet, i);
                }
            }
            levelOf[i] = known.computeIfAbsent(cell, fresh -> known.size());
        }
        return new Effect(set, known.size(), levelOf);
    }

    List<Effect> all() {
        return effects;
    }

    List<String> notes() {
        return notes;
    }
}
