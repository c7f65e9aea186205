package touchstone.measurement.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import touchstone.measurement.fairness.LocalLaw144.Audit;
import touchstone.measurement.fairness.LocalLaw144.Category;
import touchstone.measurement.fairness.LocalLaw144.Person;
import touchstone.measurement.fixtures.ReferenceFolder;

class LocalLaw144Tests {

    private static Map<String, Category> byName(List<Category> categories) {
        return categories.stream().collect(Collectors.toMap(Category::name, Function.identity()));
    }

    private static Category named(List<Category> categories, String name) {
        return categories.stream()
                .filter(category -> category.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void agreesWithTheReferenceOnScores() {
        JsonNode expected =
                ReferenceFolder.json("measurement/adverse_impact.json").path("ll144_scored");
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < expected.path("scores").size(); i++) {
            people.add(new Person(
                    expected.path("sex").path(i).asString(),
                    expected.path("category").path(i).asString(),
                    expected.path("scores").path(i).asDouble()));
        }

        Audit audit = LocalLaw144.scores(people);

        assertThat(audit.median()).isEqualTo(expected.path("median").asDouble());
        byName(audit.ethnicity()).forEach((name, category) -> {
            assertThat(category.count()).isEqualTo(expected.path("n").path(name).asInt());
            assertThat(category.rate())
                    .isCloseTo(expected.path("scoring_rate").path(name).asDouble(), within(1e-8));
            JsonNode ratio = expected.path("impact_ratio_excluding_small").path(name);
            if (ratio.isMissingNode()) {
                assertThat(category.ratio()).isEmpty();
            } else {
                assertThat(category.ratio().orElseThrow()).isCloseTo(ratio.asDouble(), within(1e-8));
            }
        });
        byName(audit.both()).forEach((name, category) -> {
            String key = name.replace(", ", ".");
            assertThat(category.count())
                    .isEqualTo(expected.path("intersectional_n").path(key).asInt());
            assertThat(category.rate())
                    .isCloseTo(expected.path("intersectional_rate").path(key).asDouble(), within(1e-8));
        });
        assertThat(audit.both()).hasSize(7);
    }

    @Test
    void countsSelectionsAndUnknownCategories() {
        Audit audit = LocalLaw144.selection(List.of(
                new Person("F", "A", 1), new Person("F", "", 0), new Person("M", "A", 1), new Person("", "B", 0)));

        assertThat(named(audit.sex(), "F").rate()).isEqualTo(0.5);
        assertThat(named(audit.sex(), "F").ratio()).contains(0.5);
        assertThat(audit.unknownSex()).isEqualTo(1);
        assertThat(audit.unknownEthnicity()).isEqualTo(1);
        assertThat(byName(audit.both())).containsOnlyKeys("F, A", "M, A");
    }

    @Test
    void saysTheShareAtTheMedian() {
        List<Person> people = List.of(
                new Person("F", "A", 3), new Person("F", "A", 3), new Person("M", "A", 4), new Person("M", "A", 2));

        Audit audit = LocalLaw144.scores(people);

        assertThat(named(audit.sex(), "F").atMedian()).isEqualTo(1);
        assertThat(named(audit.sex(), "F").rate()).isZero();
    }

    @Test
    void givesNoRatioWhenNobodyWasSelected() {
        Audit audit = LocalLaw144.selection(List.of(new Person("F", "A", 0), new Person("M", "A", 0)));

        assertThat(audit.sex())
                .allSatisfy(category -> assertThat(category.ratio()).isEmpty());
        assertThatThrownBy(() -> LocalLaw144.scores(List.of())).hasMessageContaining("needs people");
    }
}
