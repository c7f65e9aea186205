package touchstone.platform.debrief;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import touchstone.catalogue.content.Level;
import touchstone.platform.hiring.FrozenPlan;
import touchstone.platform.interview.Rating;
import touchstone.platform.interview.Scorecard;

/**
 * Every number that a decision was made with, and what it was computed from.
 *
 * @param level that the opening asked for
 * @param levels the rule's result for each level, from the first to the last
 */
public record Numbers(Inputs inputs, Level level, List<RuleResult> levels) {

    public Numbers {
        levels = List.copyOf(levels);
    }

    /**
     * What the numbers were computed from.
     *
     * @param plan id of the plan version
     * @param scorecards counted ones with their revisions, by id
     * @param vetoes ids of those that stood
     * @param labScore as it was recorded then, 0 to 100
     * @param fair what a rule that compares fair scores had then; empty for any other
     * @param digest SHA-256 over all of this and the ratings themselves
     */
    public record Inputs(
            UUID plan,
            List<Revision> scorecards,
            List<UUID> vetoes,
            Optional<Double> labScore,
            Optional<FairRatings> fair,
            String digest) {
        public Inputs {
            scorecards = List.copyOf(scorecards);
            vetoes = List.copyOf(vetoes);
        }
    }

    /** One revision of a scorecard. */
    public record Revision(UUID scorecard, int number) {}

    /** Computes them. The order of scorecards and vetoes does not matter. */
    static Numbers of(
            FrozenPlan plan,
            List<Scorecard> scorecards,
            List<UUID> vetoes,
            Optional<Double> labScore,
            Optional<FairRatings> fair) {
        List<Scorecard> counted = scorecards.stream()
                .filter(card -> card.author().capacity().counts())
                .sorted(Comparator.comparing(Scorecard::id))
                .toList();
        List<UUID> standing = vetoes.stream().sorted().toList();
        Inputs inputs = new Inputs(
                plan.publication().id(),
                counted.stream()
                        .map(card -> new Revision(card.id(), card.revision().number()))
                        .toList(),
                standing,
                labScore,
                fair,
                digest(plan, counted, standing, written(labScore, fair)));
        return new Numbers(inputs, plan.level(), Rule.levels(plan, counted, labScore, standing.size(), fair));
    }

    boolean has(Level wanted) {
        return levels.stream().anyMatch(result -> result.level() == wanted);
    }

    /** The rule's result for a level. */
    public RuleResult at(Level wanted) {
        return levels.stream()
                .filter(result -> result.level() == wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no result for level " + wanted));
    }

    /** The rule's result for the level that the opening asked for. */
    public RuleResult asked() {
        return at(level);
    }

    /** The highest level, not above the one asked for, whose bars the ratings carry. */
    public Optional<Level> highest() {
        return levels.stream()
                .filter(result -> result.level().compareTo(level) <= 0 && result.passes())
                .map(RuleResult::level)
                .reduce((lower, higher) -> higher);
    }

    private static String digest(FrozenPlan plan, List<Scorecard> counted, List<UUID> vetoes, String others) {
        StringBuilder text = new StringBuilder("plan " + plan.publication().id() + "\n");
        for (Scorecard card : counted) {
            text.append("scorecard ")
                    .append(card.id())
                    .append(' ')
                    .append(card.revision().number())
                    .append(' ')
                    .append(card.content().ratings().stream()
                            .map(Numbers::written)
                            .sorted()
                            .collect(Collectors.joining(" ")))
                    .append('\n');
        }
        vetoes.forEach(veto -> text.append("veto ").append(veto).append('\n'));
        text.append(others);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private static String written(Optional<Double> labScore, Optional<FairRatings> fair) {
        return labScore.map(score -> "lab " + score + "\n").orElse("")
                + fair.map(scores -> "fair " + scores + "\n").orElse("");
    }

    private static String written(Rating rating) {
        return rating.competency() + "="
                + switch (rating) {
                    case Rating.Rated rated -> String.valueOf(rated.value());
                    case Rating.NotObserved none -> "not-observed";
                    case Rating.Open unfinished -> "open";
                };
    }
}
