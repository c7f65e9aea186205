package touchstone.measurement.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RatingTableTests {

    private static RatingTableBuilder rows() {
        return RatingTable.builder(new Scale(1, 5), "interviewer", "dimension");
    }

    @Test
    void ordersNamesAndKeepsRatings() {
        RatingTable table =
                rows().add("Bo", 2, "Jon", "code").add("Anne", 5, "Ida", "code").build();

        assertThat(table.candidates()).containsExactly("Anne", "Bo");
        assertThat(table.facet("interviewer").orElseThrow().elements()).containsExactly("Ida", "Jon");
        assertThat(table.rating(0)).isEqualTo(5);
        assertThat(table.step(1)).isEqualTo(1);
        assertThat(table.candidateOf(1)).isEqualTo(1);
        assertThat(table.digest()).startsWith("sha256:").hasSize(71);
    }

    @Test
    void saysInOneSentenceWhatIsWrong() {
        assertThatThrownBy(() -> rows().add("Anne", 7, "Ida", "code"))
                .isInstanceOf(RatingsException.class)
                .hasMessage("the rating 7 of Anne by Ida, code is not a whole number from 1 to 5");
        assertThatThrownBy(() -> rows().add("Anne", Double.NaN, "Ida", "code"))
                .hasMessage("the rating NaN of Anne by Ida, code is not a whole number from 1 to 5");
        assertThatThrownBy(() -> rows().add("Anne", 3.5, "Ida", "code")).hasMessageContaining("3.5");
        assertThatThrownBy(() -> rows().add("Anne", 3, "Ida", "code")
                        .add("Anne", 4, "Ida", "code")
                        .build())
                .hasMessage("candidate Anne has two ratings for interviewer Ida, dimension code; keep one of them");
        assertThatThrownBy(() -> rows().build()).hasMessage("there is no rating");
        assertThatThrownBy(() -> rows().add("Anne", 3, "Ida")).hasMessageContaining("names 1 elements");
        assertThatThrownBy(() -> rows().add(" ", 3, "Ida", "code")).hasMessageContaining("without a name");
        assertThatThrownBy(() -> rows().addWeighted("Anne", 3, 0, "Ida", "code"))
                .hasMessageContaining("not positive");
        assertThatThrownBy(() -> new Scale(3, 3)).hasMessageContaining("at least two categories");
        assertThatThrownBy(() -> RatingTable.builder(new Scale(1, 5))).hasMessageContaining("one to eight");
    }

    @Test
    void measuresOneRater() {
        Fit fit = MaximumPosterior.withDefaults()
                .fit(rows().add("Anne", 4, "Ida", "code")
                        .add("Bo", 2, "Ida", "code")
                        .add("Cy", 3, "Ida", "code")
                        .build());

        assertThat(fit.converged()).isTrue();
        assertThat(fit.candidates().get(0).value())
                .isGreaterThan(fit.candidates().get(2).value());
        assertThat(fit.facet("interviewer").getFirst().standardError()).isLessThan(0.5);
    }

    @Test
    void measuresOneCandidate() {
        Fit fit = MaximumPosterior.withDefaults()
                .fit(rows().add("Anne", 4, "Ida", "code")
                        .add("Anne", 3, "Jon", "code")
                        .build());

        assertThat(fit.converged()).isTrue();
        assertThat(fit.facet("interviewer").getFirst().value()).isNegative();
        assertThat(Posterior.of(fit, 1).fairScore("Anne").fair()).isBetween(2.5, 4.0);
        assertThat(Connectivity.check(fit.table())).isInstanceOf(Design.Connected.class);
    }

    @Test
    void measuresRatingsThatAreAllEqual() {
        Fit fit = MaximumPosterior.withDefaults()
                .fit(rows().add("Anne", 3, "Ida", "code")
                        .add("Bo", 3, "Jon", "code")
                        .build());

        assertThat(fit.converged()).isTrue();
        assertThat(fit.candidates().get(0).value())
                .isCloseTo(fit.candidates().get(1).value(), within(1e-9));
        assertThat(fit.notes()).anyMatch(note -> note.startsWith("nobody gave the rating 1, 2, 4, 5"));
    }

    @Test
    void numbersUnusedCategoriesAnewForTheJointLikelihood() {
        RatingTableBuilder rows = rows();
        int[][] given = {{2, 4, 5}, {4, 2, 4}, {5, 5, 2}, {2, 5, 4}};
        for (int n = 0; n < 4; n++) {
            for (int j = 0; j < 3; j++) {
                rows.add("c" + n, given[n][j], "i" + j, "code").add("c" + n, given[(n + j) % 4][j], "i" + j, "design");
            }
        }
        Fit fit = JointLikelihood.withDefaults().fit(rows.build());

        assertThat(fit.table().scale()).isEqualTo(new Scale(1, 3));
        assertThat(fit.thresholds().getFirst().steps()).hasSize(2);
        assertThat(fit.notes()).anyMatch(note -> note.contains("numbered anew from 1 to 3"));
    }

    @Test
    void takesAMillionRatings() {
        RatingTableBuilder rows = rows();
        for (int n = 0; n < 50_000; n++) {
            for (int i = 0; i < 20; i++) {
                rows.add("c" + n, 1 + (n + i) % 5, "i" + (n % 100 + i / 4), "d" + i % 4);
            }
        }
        RatingTable table = rows.build();

        assertThat(table.size()).isEqualTo(1_000_000);
        assertThat(table.candidates()).hasSize(50_000);
    }
}
