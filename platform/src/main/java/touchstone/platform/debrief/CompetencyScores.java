package touchstone.platform.debrief;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import touchstone.catalogue.content.Competency;
import touchstone.catalogue.content.Level;
import touchstone.measurement.ratings.Connectivity;
import touchstone.measurement.ratings.Design;
import touchstone.measurement.ratings.Facet;
import touchstone.measurement.ratings.MaximumPosterior;
import touchstone.measurement.ratings.Posterior;
import touchstone.measurement.ratings.RatingTable;
import touchstone.measurement.ratings.RatingTableBuilder;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.hiring.FrozenPlan;

/**
 * Fair scores of single competencies, for rules that compare them. A candidate's standing in one competency is a measure of
 * its own here, so that a weakness in one is not made good by the others; only the severity of interviewers is common to all.
 */
@Component
final class CompetencyScores {

    private static final double DIGITS = 10_000;

    private final FairScoreSwitch shown;
    private final OpenRatings ratings;

    CompetencyScores(FairScoreSwitch shown, OpenRatings ratings) {
        this.shown = shown;
        this.ratings = ratings;
    }

    /** What the plan's rule has to compare; empty where it compares ratings as given. */
    Optional<FairRatings> of(Candidacy candidacy) {
        if (!candidacy.plan().plan().rule().comparesFairScores()) {
            return Optional.empty();
        }
        if (!shown.isOn()) {
            return Optional.of(new FairRatings.SwitchedOff());
        }
        OpenRatings.Read read = ratings.read();
        return Optional.of(read.table()
                .<FairRatings>map(table -> FairScores.enough(table)
                        ? new Units(table, read.ofOpening(candidacy.opening().id()), candidacy).estimate()
                        : new FairRatings.TooFew(table.size(), FairScores.interviewers(table)))
                .orElseGet(() -> new FairRatings.TooFew(0, 0)));
    }

    /** The ratings with a candidate's standing in one competency as what is rated. */
    private static final class Units {

        private final RatingTable table;
        private final Set<String> peers;
        private final FrozenPlan plan;
        private final String self;

        Units(RatingTable ratings, Set<String> peers, Candidacy candidacy) {
            this.table = split(ratings);
            this.peers = peers;
            this.plan = candidacy.plan();
            this.self = candidacy.id().toString();
        }

        private static RatingTable split(RatingTable ratings) {
            int interviewer = ratings.indexOf(Facet.INTERVIEWER);
            int dimension = ratings.indexOf(Facet.DIMENSION);
            RatingTableBuilder rows = RatingTable.builder(ratings.scale(), Facet.INTERVIEWER);
            for (int row = 0; row < ratings.size(); row++) {
                rows.add(
                        unit(
                                ratings.candidates().get(ratings.candidateOf(row)),
                                ratings.facets().get(dimension).elements().get(ratings.elementOf(dimension, row))),
                        ratings.rating(row),
                        ratings.facets().get(interviewer).elements().get(ratings.elementOf(interviewer, row)));
            }
            return rows.build();
        }

        private static String unit(String candidate, String competency) {
            return candidate + " " + competency;
        }

        FairRatings estimate() {
            List<Set<String>> groups = groups();
            Map<Set<String>, Optional<Posterior>> posteriors = new HashMap<>();
            List<FairRatings.Score> scores = new ArrayList<>();
            List<String> apart = new ArrayList<>();
            for (Competency competency : plan.competencies()) {
                String unit = unit(self, competency.id());
                if (!table.candidates().contains(unit)) {
                    continue;
                }
                List<Set<String>> theirs = groups.stream()
                        .filter(group -> peers.stream().anyMatch(peer -> group.contains(unit(peer, competency.id()))))
                        .toList();
                if (theirs.size() == 1) {
                    posteriors
                            .computeIfAbsent(theirs.getFirst(), this::posterior)
                            .ifPresent(posterior -> scores.add(score(posterior, unit, competency)));
                } else {
                    apart.add(competency.id());
                }
            }
            return new FairRatings.Estimated(scores, apart, basis(posteriors.values()));
        }

        private List<Set<String>> groups() {
            return switch (Connectivity.check(table)) {
                case Design.Connected connected -> List.of(Set.copyOf(table.candidates()));
                case Design.Disconnected blocks ->
                    blocks.blocks().stream()
                            .<Set<String>>map(block -> new HashSet<>(block.candidates()))
                            .toList();
            };
        }

        /** Of the ratings of one group; none when there are too few of them. */
        private Optional<Posterior> posterior(Set<String> group) {
            RatingTable part =
                    table.filter(row -> group.contains(table.candidates().get(table.candidateOf(row))));
            return FairScores.enough(part)
                    ? Optional.of(Posterior.of(MaximumPosterior.withDefaults().fit(part), FairScores.SEED)
                            .withPairing(Posterior.USUAL_PAIRING))
                    : Optional.empty();
        }

        private FairRatings.Score score(Posterior posterior, String unit, Competency competency) {
            SortedSet<Double> asked = new TreeSet<>();
            asked.add(plan.plan().rule().noneBelow());
            for (Level level : Level.values()) {
                competency.bar(level).ifPresent(bar -> asked.add((double) bar.rating()));
            }
            return new FairRatings.Score(
                    competency.id(),
                    rounded(posterior.fairScore(unit).fair()),
                    asked.stream()
                            .map(one -> new FairRatings.Reach(one, rounded(posterior.probabilityAtLeast(unit, one))))
                            .toList());
        }

        private FairRatings.Basis basis(Iterable<Optional<Posterior>> posteriors) {
            Map<String, String> settings = new TreeMap<>();
            settings.put("measured", "each candidate in each competency");
            for (Optional<Posterior> posterior : posteriors) {
                posterior.ifPresent(one -> settings.putAll(FairScores.settings(one.provenance())));
            }
            return new FairRatings.Basis(table.digest(), table.size(), settings);
        }

        private static double rounded(double value) {
            return Math.round(value * DIGITS) / DIGITS;
        }
    }
}
