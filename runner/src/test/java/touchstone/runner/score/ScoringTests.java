package touchstone.runner.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static touchstone.runner.fixtures.Recordings.aRecording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.runner.fixtures.TinyLab;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Day;
import touchstone.runner.lab.Lab;
import touchstone.runner.lab.Measure;
import touchstone.runner.report.ReportJson;
import touchstone.runner.report.Reports;
import touchstone.runner.run.Recording;
import touchstone.runner.run.RunLog;
import touchstone.simulator.ledger.LedgerEntry;

class ScoringTests {

    private static Scoring.Result score(Lab lab, Recording recording) {
        return Scoring.score(lab, TinyLab.calibration(), recording.log(), recording.solutionCalls());
    }

    @Test
    void givesFullPointsForEverythingRight() {
        Scoring.Result result = score(new TinyLab(), aRecording().build());

        assertThat(result.total()).isEqualTo(100, within(1e-9));
        assertThat(result.interval().low()).isEqualTo(100, within(1e-9));
    }

    @Test
    void putsTheTotalInsideItsInterval() {
        Scoring.Result result = score(new TinyLab(), aRecording().right(6).build());

        assertThat(result.interval().low()).isLessThan(result.total());
        assertThat(result.interval().high()).isGreaterThan(result.total());
    }

    @Test
    void countsItemsThatErroredInTheDenominator() {
        CriterionResult right =
                score(new TinyLab(), aRecording().right(4).build()).criteria().getFirst();

        assertThat(right.score()).isInstanceOfSatisfying(CriterionResult.Score.Scored.class, scored -> {
            assertThat(scored.denominator()).isEqualTo(TinyLab.ITEMS);
            assertThat(scored.value()).isEqualTo(0.4, within(1e-12));
            assertThat(scored.points()).isEqualTo(0.4 * 70, within(1e-9));
        });
    }

    @Test
    void widensIntervalsWhenItemsGoWellOrBadlyTogether() {
        Recording half = aRecording().right(5).build();
        double alone = width(score(new Clustered(1), half));
        double pairs = width(score(new Clustered(5), half));

        assertThat(pairs).isGreaterThan(alone * 1.3);
    }

    private static double width(Scoring.Result result) {
        return result.interval().high() - result.interval().low();
    }

    @Test
    void doesNotTakeAProportionOfClusteredItemsForOneOfIndependentOnes() {
        Recording all = aRecording().build();

        assertThat(low(score(new Clustered(1), all))).isLessThan(0.8);
        assertThat(low(score(new Clustered(5), all))).isEqualTo(1, within(1e-12));
    }

    private static double low(Scoring.Result result) {
        return switch (result.criteria().getFirst().score()) {
            case CriterionResult.Score.Scored scored -> scored.low();
            case CriterionResult.Score.Unscored unscored -> throw new AssertionError(unscored.reason());
        };
    }

    @Test
    void writesTheSameReportTwice(@TempDir java.nio.file.Path labs) {
        Recording recording = aRecording().right(6).build();
        var lab = TinyLab.write(labs, 5);

        String once = ReportJson.write(Reports.of(recording, lab, TinyLab.calibration()));
        String twice = ReportJson.write(Reports.of(aRecording().right(6).build(), lab, TinyLab.calibration()));

        assertThat(twice).isEqualTo(once);
    }

    @Test
    void namesACriterionThatCouldNotBeMeasured() {
        Scoring.Result result = score(new OneSided(false), aRecording().build());

        assertThat(result.criteria().getLast().score()).isInstanceOf(CriterionResult.Score.Unscored.class);
        assertThat(result.total()).isEqualTo(70, within(1e-9));
    }

    @Test
    void closesAGateThatFailedCompletely() {
        assertThat(score(new OneSided(true), aRecording().right(0).build()).total())
                .isZero();
        assertThat(score(new OneSided(true), aRecording().build()).total()).isPositive();
    }

    @Test
    void refusesMeasuresInAnotherOrder() {
        Lab swapped = new OneSided(false) {
            @Override
            public List<Measure> measure(RunLog log, List<LedgerEntry> ledger) {
                return super.measure(log, ledger).reversed();
            }
        };

        assertThatThrownBy(() -> score(swapped, aRecording().build())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesACriterionWithoutAnchors() {
        Calibration empty = new Calibration(1, List.of(1L), Map.of(), Map.of());

        assertThatThrownBy(() ->
                        Scoring.score(new TinyLab(), empty, aRecording().build().log(), List.of()))
                .hasMessageContaining("right")
                .hasMessageContaining("--calibrate");
    }

    /** The tiny lab whose items are clusters of this many neighbours. */
    private static final class Clustered implements Lab {

        private final TinyLab tiny = new TinyLab();
        private final int size;

        Clustered(int size) {
            this.size = size;
        }

        @Override
        public String id() {
            return tiny.id();
        }

        @Override
        public Day day(long seed, boolean quick) {
            return tiny.day(seed, quick);
        }

        @Override
        public List<Criterion> criteria() {
            return tiny.criteria();
        }

        @Override
        public List<Measure> measure(RunLog log, List<LedgerEntry> ledger) {
            return tiny.measure(log, ledger).stream().map(this::clustered).toList();
        }

        private Measure clustered(Measure measure) {
            List<Measure.Contribution> parts = measure.contributions().stream()
                    .map(part -> new Measure.Contribution(
                            part.item(), part.numerator(), part.denominator(), cluster(part.item())))
                    .toList();
            return new Measure(measure.criterion(), parts, measure.finding(), measure.examples());
        }

        private String cluster(String item) {
            return "document " + Integer.parseInt(item.substring(1)) / size;
        }
    }

    /** The tiny lab with nothing measured for its second criterion, and the first as a gate or not. */
    private static class OneSided implements Lab {

        private final TinyLab tiny = new TinyLab();
        private final boolean gate;

        OneSided(boolean gate) {
            this.gate = gate;
        }

        @Override
        public String id() {
            return tiny.id();
        }

        @Override
        public Day day(long seed, boolean quick) {
            return tiny.day(seed, quick);
        }

        @Override
        public List<Criterion> criteria() {
            Criterion first = tiny.criteria().getFirst();
            Criterion gated = new Criterion(
                    first.id(),
                    first.title(),
                    first.competency(),
                    first.unit(),
                    first.maxPoints(),
                    first.kind(),
                    gate,
                    first.better());
            return List.of(gated, tiny.criteria().getLast());
        }

        @Override
        public List<Measure> measure(RunLog log, List<LedgerEntry> ledger) {
            List<Measure> measures = new ArrayList<>(tiny.measure(log, ledger).subList(0, 1));
            measures.add(new Measure("in-time", List.of(), "", List.of()));
            return measures;
        }
    }
}
