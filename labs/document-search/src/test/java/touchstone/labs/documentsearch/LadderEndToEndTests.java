package touchstone.labs.documentsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import touchstone.runner.lab.LabFolder;
import touchstone.runner.run.Progress;
import touchstone.runner.sandbox.Bubblewrap;
import touchstone.runner.score.SeedsLock;
import touchstone.runner.validate.LabValidation;

/** The ladder in one short day: each rung beats the one below. The whole validation is {@code lab validate}. */
final class LadderEndToEndTests {

    private static final int SIDE_BY_SIDE = 2;

    @Test
    void tellsGoodWorkFromBad() throws InterruptedException {
        LabFolder lab = LabFolder.read(Path.of("").toAbsolutePath(), new DocumentSearch());
        LabValidation.Plan plan = new LabValidation.Plan(1, true, SIDE_BY_SIDE);

        Map<String, Double> totals = new LabValidation(
                        lab, plan, new Bubblewrap(), Progress.NONE, InstantSource.system())
                .ladder(SeedsLock.read(lab).orElseThrow().calibration());

        assertThat(totals.getOrDefault("expert", -1.0))
                .as(totals.toString())
                .isGreaterThan(totals.getOrDefault("solid", -1.0));
        assertThat(totals.getOrDefault("solid", -1.0))
                .as(totals.toString())
                .isGreaterThan(totals.getOrDefault("naive", -1.0));
        assertThat(totals.getOrDefault("naive", -1.0))
                .as(totals.toString())
                .isGreaterThan(totals.getOrDefault("broken", -1.0));
    }
}
