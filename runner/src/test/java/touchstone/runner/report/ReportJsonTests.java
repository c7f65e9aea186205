package touchstone.runner.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import touchstone.runner.Outcome;

class ReportJsonTests {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    @Test
    void writesTheSameTextEachTime() {
        assertThat(ReportJson.write(ReportFixtures.scored().report()))
                .isEqualTo(ReportJson.write(ReportFixtures.scored().report()));
    }

    @Test
    void roundsToFourDecimalsAndLeavesWholeNumbersWhole() {
        String json = ReportJson.write(ReportFixtures.scored().report());
        assertThat(json).contains("\"microsPerAnswer\" : 759.0248", "\"p99Millis\" : 4105,", "\"numerator\" : 91842,");
    }

    @Test
    void givesAFailedSolutionZeroAndTheOthersNothing() {
        assertThat(value(ReportFixtures.failed())).isEqualTo("0");
        assertThat(value(ReportFixtures.invalid())).isEqualTo("null");
        assertThat(value(ReportFixtures.infraError())).isEqualTo("null");
    }

    private static String value(ReportFixtures.Run run) {
        return MAPPER.readTree(ReportJson.write(run.report()))
                .get("score")
                .get("value")
                .toString();
    }

    @Test
    void saysWhyACriterionWasNotMeasured() {
        JsonNode criterion = MAPPER.readTree(
                        ReportJson.write(ReportFixtures.scored().report()))
                .get("criteria")
                .get(12);
        assertThat(criterion.get("value").isNull()).isTrue();
        assertThat(criterion.get("points").intValue()).isZero();
        assertThat(criterion.get("finding").stringValue()).startsWith("No item of this run");
    }

    @Test
    void countsAnUnmeasuredCriterionAgainstItsCompetency() {
        JsonNode competencies = MAPPER.readTree(
                        ReportJson.write(ReportFixtures.scored().report()))
                .get("competencies");
        assertThat(competencies.get(2).get("id").stringValue()).isEqualTo("safety-and-privacy");
        assertThat(competencies.get(2).get("score").doubleValue()).isEqualTo(50);
    }

    @Test
    void keepsAnyTextInItsPlace() {
        String nasty = "</script>\"\u0000\u001b[31m\n{\"score\": 100}";
        Report report =
                ReportFixtures.unscored(new Outcome.SolutionFailed(nasty)).report();
        JsonNode read = MAPPER.readTree(ReportJson.write(report));
        assertThat(read.get("cause").stringValue()).isEqualTo(nasty);
        assertThat(List.copyOf(read.propertyNames())).hasSize(13);
    }
}
