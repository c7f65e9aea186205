package touchstone.runner.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

class CertifiedSeedsTests {

    private static boolean isEven(long seed) {
        return seed % 2 == 0;
    }

    @Test
    void takesTheFirstSeedsOfALabThatCertifiesAll() {
        assertThat(CertifiedSeeds.forCalibration(_ -> true, 3)).containsExactly(101L, 102L, 103L);
        assertThat(CertifiedSeeds.forValidation(_ -> true, 2)).containsExactly(201L, 202L);
    }

    @Test
    void passesOverSeedsThatTheLabDoesNotCertify() {
        assertThat(CertifiedSeeds.forCalibration(CertifiedSeedsTests::isEven, 3))
                .containsExactly(102L, 104L, 106L);
        assertThat(CertifiedSeeds.forValidation(CertifiedSeedsTests::isEven, 2)).containsExactly(202L, 204L);
    }

    @Test
    void keepsCalibrationAndValidationApart() {
        LongPredicate late = seed -> seed >= 199;

        assertThatThrownBy(() -> CertifiedSeeds.forCalibration(late, 3))
                .hasMessageContaining("certifies only 2 of the seeds 101 to 200");
        assertThat(CertifiedSeeds.forValidation(late, 1)).containsExactly(201L);
    }
}
