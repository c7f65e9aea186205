package touchstone.measurement.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import touchstone.chance.Chance;
import touchstone.measurement.ratings.diagnosis.Diagnostics;

/** What must hold for any ratings, on simulated panels. */
class RatingsPropertyTests {

    private static final int PANELS = 12;

    private static RatingTable panel(int seed) {
        return Panels.simulate(new Panels.Plan(15 + seed, 4 + seed % 3, 4, 3, 0.2, 0, 0), seed).table;
    }

    private static RatingTable large(int seed) {
        return Panels.simulate(new Panels.Plan(60, 6, 6, 4, 0, 0, 0), seed).table;
    }

    @Test
    void orderOfRowsChangesNothing() {
        for (int seed = 0; seed < PANELS; seed++) {
            RatingTable table = panel(seed);
            List<Integer> order = new ArrayList<>();
            for (int row = 0; row < table.size(); row++) {
                order.add(row);
            }
            RatingTable shuffled =
                    copy(table, Chance.ofSeed(seed).shuffled(order), UnaryOperator.identity(), x -> x, 1);

            assertThat(shuffled.digest()).isEqualTo(table.digest());
            Fit one = MaximumPosterior.withDefaults().fit(table);
            Fit other = MaximumPosterior.withDefaults().fit(shuffled);
            assertThat(other.candidates()).isEqualTo(one.candidates());
            assertThat(other.facet("interviewer")).isEqualTo(one.facet("interviewer"));
        }
    }

    @Test
    void namesChangeNothingButTheOrder() {
        for (int seed = 0; seed < PANELS; seed++) {
            RatingTable table = panel(seed);
            RatingTable renamed = copy(table, rows(table), name -> new StringBuilder(name).reverse() + "x", x -> x, 1);
            Fit one = MaximumPosterior.withDefaults().fit(table);
            Fit other = MaximumPosterior.withDefaults().fit(renamed);

            for (Measure measure : one.candidates()) {
                assertThat(value(other.candidates(), new StringBuilder(measure.element()).reverse() + "x"))
                        .isCloseTo(measure.value(), within(1e-9));
            }
        }
    }

    @Test
    void reversingTheScaleTurnsMeasuresRound() {
        for (int seed = 0; seed < PANELS; seed++) {
            RatingTable table = panel(seed);
            RatingTable reversed = copy(table, rows(table), UnaryOperator.identity(), x -> 6 - x, 1);
            Fit one = MaximumPosterior.withDefaults().fit(table);
            Fit other = MaximumPosterior.withDefaults().fit(reversed);

            for (int n = 0; n < one.candidates().size(); n++) {
                assertThat(other.candidates().get(n).value())
                        .isCloseTo(-one.candidates().get(n).value(), within(1e-8));
                assertThat(other.candidates().get(n).standardError())
                        .isCloseTo(one.candidates().get(n).standardError(), within(1e-8));
            }
            for (int h = 0; h < 4; h++) {
                assertThat(other.thresholds().getFirst().steps().get(h))
                        .isCloseTo(-one.thresholds().getFirst().steps().get(3 - h), within(1e-8));
            }
        }
    }

    @Test
    void ratingsThatCountTwiceHalveTheVariance() {
        for (int seed = 0; seed < PANELS; seed++) {
            RatingTable table = large(seed);
            Fit once = JointLikelihood.withDefaults().fit(table);
            Fit twice =
                    JointLikelihood.withDefaults().fit(copy(table, rows(table), UnaryOperator.identity(), x -> x, 2));

            assertThat(twice.logLikelihood()).isCloseTo(2 * once.logLikelihood(), within(1e-6));
            for (int j = 0; j < 6; j++) {
                Measure one = once.facet("interviewer").get(j);
                Measure two = twice.facet("interviewer").get(j);
                assertThat(two.value()).isCloseTo(one.value(), within(1e-8));
                assertThat(two.standardError()).isCloseTo(one.standardError() / Math.sqrt(2), within(1e-8));
                assertThat(two.ratings()).isEqualTo(2 * one.ratings());
            }
        }
    }

    @Test
    void expectedScoresAreTheObservedOnesOfTheJointLikelihood() {
        for (int seed = 0; seed < PANELS; seed++) {
            Fit fit = JointLikelihood.withDefaults().fit(large(seed));
            double[] candidates = new double[60];
            fit.forEachRating(
                    (row, n, expected, _, _) -> candidates[n] += fit.table().step(row) - expected);

            for (double residual : candidates) {
                assertThat(residual).isCloseTo(0, within(1e-8));
            }
            for (String facet : List.of("interviewer", "dimension")) {
                assertThat(Diagnostics.of(fit).displacements(facet))
                        .allSatisfy(residual -> assertThat(residual).isCloseTo(0, within(1e-8)));
            }
        }
    }

    @Test
    void widePriorsLeadToTheJointLikelihood() {
        for (int seed = 0; seed < PANELS; seed++) {
            RatingTable table = large(seed);
            Fit joint = JointLikelihood.withDefaults().fit(table);
            if (joint.candidates().stream().anyMatch(Measure::extreme)) {
                continue;
            }
            double before = Double.POSITIVE_INFINITY;
            for (double sd : new double[] {1, 10, 100, 1000}) {
                Fit map = MaximumPosterior.withDefaults()
                        .withPriors(new Priors(sd, sd, sd, sd, sd, sd))
                        .fit(table);
                double distance = 0;
                for (int j = 1; j < 6; j++) {
                    distance = Math.max(distance, Math.abs(difference(map, j) - difference(joint, j)));
                }
                assertThat(distance).isLessThan(before);
                before = distance;
            }
            assertThat(before).isLessThan(1e-4);
        }
    }

    private static double difference(Fit fit, int j) {
        return fit.facet("interviewer").get(j).value()
                - fit.facet("interviewer").getFirst().value();
    }

    @Test
    void addingToAllSeveritiesMovesOnlyTheOrigin() {
        for (int seed = 0; seed < PANELS; seed++) {
            RatingTable table = large(seed);
            Fit free = JointLikelihood.withDefaults().fit(table);
            List<Known> moved = free.facet("interviewer").stream()
                    .map(measure -> Known.anchor("interviewer", measure.element(), measure.value() + 1.5))
                    .toList();
            Fit fit = JointLikelihood.withDefaults().withAnchors(moved).fit(table);

            assertThat(fit.logLikelihood()).isCloseTo(free.logLikelihood(), within(1e-7));
            for (int n = 0; n < 60; n++) {
                if (!free.candidates().get(n).extreme()) {
                    assertThat(fit.candidates().get(n).value() - 1.5)
                            .isCloseTo(free.candidates().get(n).value(), within(1e-7));
                }
            }
            for (int d = 0; d < 6; d++) {
                assertThat(fit.facet("dimension").get(d).value())
                        .isCloseTo(free.facet("dimension").get(d).value(), within(1e-7));
            }
        }
    }

    @Test
    void threadsChangeNothing() {
        RatingTable table = Panels.simulate(new Panels.Plan(5_000, 30, 6, 4, 0, 0, 0), 1).table;
        Fit one = MaximumPosterior.withDefaults().fit(table);
        for (int threads = 2; threads <= 3; threads++) {
            Fit more = MaximumPosterior.withDefaults().withThreads(threads).fit(table);

            assertThat(more.logLikelihood()).isCloseTo(one.logLikelihood(), within(1e-9));
            for (int n = 0; n < 5_000; n++) {
                assertThat(more.candidates().get(n).value())
                        .isCloseTo(one.candidates().get(n).value(), within(1e-9));
            }
            for (int j = 0; j < 30; j++) {
                assertThat(more.facet("interviewer").get(j).value())
                        .isCloseTo(one.facet("interviewer").get(j).value(), within(1e-9));
            }
        }
    }

    @Test
    void anEarlierFitLeadsToTheSamePlaceSooner() {
        for (int seed = 0; seed < PANELS; seed++) {
            RatingTable table = large(seed);
            RatingTable before = table.filter(row -> row % 50 != 7);
            Fit cold = MaximumPosterior.withDefaults().fit(table);
            Fit warm = MaximumPosterior.withDefaults()
                    .startingFrom(MaximumPosterior.withDefaults().fit(before))
                    .fit(table);

            assertThat(warm.iterations()).isLessThan(cold.iterations());
            for (int n = 0; n < 60; n++) {
                assertThat(warm.candidates().get(n).value())
                        .isCloseTo(cold.candidates().get(n).value(), within(1e-7));
            }
        }
    }

    private static List<Integer> rows(RatingTable table) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            rows.add(row);
        }
        return rows;
    }

    private static double value(List<Measure> measures, String element) {
        return measures.stream()
                .filter(measure -> measure.element().equals(element))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static RatingTable copy(
            RatingTable table,
            List<Integer> order,
            UnaryOperator<String> name,
            IntUnaryOperator rating,
            double weight) {
        RatingTableBuilder rows = RatingTable.builder(table.scale(), "interviewer", "dimension");
        for (int row : order) {
            rows.addWeighted(
                    name.apply(table.candidates().get(table.candidateOf(row))),
                    rating.applyAsInt(table.rating(row)),
                    weight,
                    name.apply(table.facets().get(0).elements().get(table.elementOf(0, row))),
                    name.apply(table.facets().get(1).elements().get(table.elementOf(1, row))));
        }
        return rows.build();
    }
}
