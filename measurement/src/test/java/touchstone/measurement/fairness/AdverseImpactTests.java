package touchstone.measurement.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import touchstone.measurement.fairness.AdverseImpact.Row;
import touchstone.measurement.fairness.Comparison.Compared;
import touchstone.measurement.fairness.Comparison.Insufficient;
import touchstone.measurement.fairness.Comparison.Verdict;
import touchstone.measurement.fixtures.ReferenceFolder;

class AdverseImpactTests {

    private static List<Row> impact(GroupCount... groups) {
        return AdverseImpact.withDefaults().of(List.of(groups));
    }

    private static Compared compared(Row row) {
        return switch (row.comparison()) {
            case Compared found -> found;
            case Comparison.Reference() -> throw new AssertionError("the reference");
            case Insufficient insufficient -> throw new AssertionError(insufficient.reason());
        };
    }

    /** {@code examples.csv}: fields in quotation marks may hold commas. */
    private static Map<String, List<String[]>> examples() throws IOException {
        Map<String, List<String[]>> examples = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(ReferenceFolder.file("adverse_impact/examples.csv"));
        for (String line : lines.subList(1, lines.size())) {
            List<String> fields = new ArrayList<>();
            boolean quoted = false;
            StringBuilder field = new StringBuilder();
            for (char c : (line + ",").toCharArray()) {
                if (c == '"') {
                    quoted = !quoted;
                } else if (c == ',' && !quoted) {
                    fields.add(field.toString());
                    field.setLength(0);
                } else {
                    field.append(c);
                }
            }
            examples.computeIfAbsent(fields.getFirst(), first -> new ArrayList<>())
                    .add(fields.toArray(String[]::new));
        }
        return examples;
    }

    @Test
    void agreesWithTheWorkedExamples() throws IOException {
        int checked = 0;
        for (List<String[]> example : examples().values()) {
            List<Row> rows = AdverseImpact.withDefaults()
                    .of(example.stream()
                            .map(row -> new GroupCount(row[1], Integer.parseInt(row[3]), Integer.parseInt(row[2])))
                            .toList());
            for (int i = 0; i < rows.size(); i++) {
                String[] expected = example.get(i);
                if (expected[5].isEmpty()) {
                    assertThat(rows.get(i).comparison())
                            .isEqualTo(new Insufficient("Nobody was selected, so rates cannot be compared."));
                } else if (expected[7].isEmpty()) {
                    assertThat(rows.get(i).comparison()).isEqualTo(new Comparison.Reference());
                } else {
                    Compared found = compared(rows.get(i));
                    assertThat(found.ratio()).isCloseTo(Double.parseDouble(expected[5]), within(5.1e-5));
                    assertThat(found.table().belowFourFifths()).isEqualTo(expected[6].equals("1"));
                    assertThat(found.tests().fisher().twoSided())
                            .isCloseTo(Double.parseDouble(expected[7]), within(5.1e-7));
                    assertThat(found.table().pooledZ()).isCloseTo(Double.parseDouble(expected[8]), within(5.1e-5));
                    checked++;
                }
            }
        }
        assertThat(checked).isEqualTo(15);
    }

    @Test
    void readsTheQuestionsAndAnswersOf1979AsTheirAuthorsDid() {
        // EEOC, Questions and Answers on the Uniform Guidelines (1979), 12: rates .60 .45 .48 .51; ratios .75 .80 .85,
        // and only
        // the first is adverse impact by the rule of thumb
        List<Row> rows = impact(
                new GroupCount("White", 60, 100),
                new GroupCount("American Indian", 45, 100),
                new GroupCount("Hispanic", 48, 100),
                new GroupCount("Black", 51, 100));

        assertThat(compared(rows.get(1)).ratio()).isCloseTo(0.75, within(1e-12));
        assertThat(compared(rows.get(1)).table().belowFourFifths()).isTrue();
        assertThat(compared(rows.get(2)).table().belowFourFifths()).isFalse();
        assertThat(compared(rows.get(3)).ratio()).isCloseTo(0.85, within(1e-12));
        assertThat(compared(rows.get(1)).tests().holm())
                .isCloseTo(3 * compared(rows.get(1)).tests().fisher().twoSided(), within(1e-12));
        assertThat(compared(rows.get(1)).verdict()).isEqualTo(Verdict.BELOW_BUT_UNCERTAIN);
    }

    @Test
    void flagsOnlyWhatManyPeopleCarry() {
        assertThat(compared(impact(new GroupCount("f", 12, 40), new GroupCount("r", 48, 80))
                                .getFirst())
                        .verdict())
                .isEqualTo(Verdict.LOOK_INTO_IT);
        assertThat(compared(impact(new GroupCount("f", 3, 5), new GroupCount("r", 8, 10))
                                .getFirst())
                        .verdict())
                .isEqualTo(Verdict.TOO_FEW_TO_TELL);
        assertThat(compared(impact(new GroupCount("f", 300, 1000), new GroupCount("r", 360, 1000))
                                .getFirst())
                        .verdict())
                .isEqualTo(Verdict.SMALL_BUT_CERTAIN);
        assertThat(compared(impact(new GroupCount("f", 48, 100), new GroupCount("r", 51, 100))
                                .getFirst())
                        .verdict())
                .isEqualTo(Verdict.NOTHING_SEEN);
    }

    @Test
    void suppressesSmallGroupsAndSaysSo() {
        List<Row> rows = impact(new GroupCount("a", 30, 60), new GroupCount("b", 4, 4), new GroupCount("c", 20, 60));

        assertThat(rows.get(1).shown()).isFalse();
        assertThat(rows.get(1).comparison())
                .isEqualTo(new Insufficient("Fewer than 5 people: not compared, and not to be published."));
        assertThat(rows.get(0).comparison()).isEqualTo(new Comparison.Reference());
        assertThat(compared(rows.get(2)).tests().holm())
                .isEqualTo(compared(rows.get(2)).tests().fisher().twoSided());
    }

    @Test
    void takesNoReferenceBelowTwoPercent() {
        List<Row> rows =
                impact(new GroupCount("tiny", 5, 5), new GroupCount("a", 150, 300), new GroupCount("b", 100, 300));

        assertThat(rows.get(1).comparison()).isEqualTo(new Comparison.Reference());
        assertThat(compared(rows.get(0)).ratio()).isEqualTo(2);
    }

    @Test
    void needsAnotherGroup() {
        assertThat(impact(new GroupCount("a", 3, 10)).getFirst().comparison())
                .isEqualTo(new Insufficient("There is no other group of at least 5 people to compare with."));
        assertThat(impact()).isEmpty();
        assertThatThrownBy(() -> AdverseImpact.withDefaults().withSmallestCell(0))
                .hasMessageContaining("at least one");
    }
}
