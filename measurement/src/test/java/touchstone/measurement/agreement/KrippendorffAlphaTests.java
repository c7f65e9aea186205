package touchstone.measurement.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static touchstone.measurement.agreement.Tables.found;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import touchstone.chance.Chance;
import touchstone.measurement.fixtures.ReferenceFolder;
import touchstone.measurement.interval.Interval;

class KrippendorffAlphaTests {

    @ParameterizedTest
    @CsvSource({"NOMINAL, .743", "ORDINAL, .815", "INTERVAL, .849", "RATIO, .797"})
    void agreesWithKrippendorffsExample(Level level, double published) {
        // K. Krippendorff, "Computing Krippendorff's alpha-reliability" (2011), section C
        JsonNode expected = ReferenceFolder.json("measurement/agreement.json").path("krippendorff_canonical");
        double alpha = found(KrippendorffAlpha.of(level).of(Tables.ofRaters(expected.path("matrix"))))
                .value();

        assertThat(alpha).isCloseTo(published, within(5e-4));
        assertThat(alpha).isCloseTo(expected.path("alpha").path(name(level)).asDouble(), within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(names = {"NOMINAL", "ORDINAL", "INTERVAL"})
    void agreesWithRsIrrOnManyMissingRatings(Level level) {
        JsonNode expected = ReferenceFolder.json("measurement/agreement.json").path("krippendorff_simulated");

        assertThat(found(KrippendorffAlpha.of(level).of(Tables.ofRaters(expected.path("matrix"))))
                        .value())
                .isCloseTo(expected.path("alpha").path(name(level)).asDouble(), within(1e-9));
    }

    @Test
    void agreesWithAnIndependentComputationOnAnxiety() {
        RaterTable table = Tables.ofRows(ReferenceFolder.rows("ratings_basic/anxiety.csv"));

        assertThat(found(KrippendorffAlpha.of(Level.NOMINAL).of(table)).value()).isCloseTo(-0.02372521, within(5e-9));
        assertThat(found(KrippendorffAlpha.of(Level.ORDINAL).of(table)).value()).isCloseTo(0.2283869, within(5e-8));
        assertThat(found(KrippendorffAlpha.of(Level.INTERVAL).of(table)).value())
                .isCloseTo(0.1700986, within(5e-8));
    }

    private static String name(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    @Test
    void isUnmovedByWhatItsLevelDoesNotSee() {
        RaterTable table = Tables.ofRows(ReferenceFolder.rows("ratings_basic/anxiety.csv"));
        RaterTable stretched = mapped(table, 10, 3);
        RaterTable bent = mapped(table, 0, 0);

        assertThat(alpha(stretched, Level.INTERVAL)).isCloseTo(alpha(table, Level.INTERVAL), within(1e-12));
        assertThat(alpha(bent, Level.ORDINAL)).isCloseTo(alpha(table, Level.ORDINAL), within(1e-12));
        assertThat(alpha(mapped(table, 2, 0), Level.RATIO)).isCloseTo(alpha(table, Level.RATIO), within(1e-12));
    }

    private static double alpha(RaterTable table, Level level) {
        return found(KrippendorffAlpha.of(level).of(table)).value();
    }

    /** Factor and shift, or the cube where the factor is 0. */
    private static RaterTable mapped(RaterTable table, double factor, double shift) {
        RaterTableBuilder builder = RaterTable.builder();
        for (int unit = 0; unit < table.units(); unit++) {
            for (int i = table.start(unit); i < table.end(unit); i++) {
                double value = table.value(i);
                builder.add(unit, table.rater(i), factor == 0 ? value * value * value : factor * value + shift);
            }
        }
        return builder.build();
    }

    @Test
    void givesAboutTheSameErrorByResampling() {
        var draws = Chance.ofSeed(5).stream("ratings").generator();
        double[][] rows = new double[150][4];
        for (double[] row : rows) {
            double truth = draws.nextGaussian();
            for (int rater = 0; rater < row.length; rater++) {
                row[rater] = Math.clamp(Math.round(3 + truth + draws.nextGaussian()), 1, 5);
            }
        }
        RaterTable table = RaterTable.complete(rows);
        KrippendorffAlpha alpha = KrippendorffAlpha.of(Level.INTERVAL);

        Interval resampled = alpha.interval(table, Chance.ofSeed(9));
        Interval linearised = found(alpha.of(table)).interval();

        double width = linearised.high() - linearised.low();
        assertThat(resampled.low()).isCloseTo(linearised.low(), within(0.15 * width));
        assertThat(resampled.high()).isCloseTo(linearised.high(), within(0.15 * width));
        assertThat(alpha.interval(table, Chance.ofSeed(9))).isEqualTo(resampled);
    }

    @Test
    void saysWhatTheRatioLevelNeeds() {
        RaterTable negative = RaterTable.complete(new double[][] {{-1, 2}, {3, 3}});

        assertThat(KrippendorffAlpha.of(Level.RATIO).of(negative))
                .isEqualTo(new Agreement.Undefined("The ratio level needs ratings that are not negative."));
    }
}
