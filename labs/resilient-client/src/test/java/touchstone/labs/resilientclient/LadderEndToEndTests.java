package touchstone.labs.resilientclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import touchstone.runner.lab.LabFolder;
import touchstone.runner.run.Progress;
import touchstone.runner.sandbox.Bubblewrap;
import touchstone.runner.score.SeedsLock;
import touchstone.runner.validate.LabValidation;
import touchstone.runner.validate.Rule;
import touchstone.runner.validate.Validation;

/** Ladder, mutants and trivial solutions earn what they should, in one run of each, at full length: in the
 * short day some criteria have too few items to tell a mutant. The runs mostly wait; it takes about five minutes. */
final class LadderEndToEndTests {

    private static final int SIDE_BY_SIDE = 11;

    @Test
    void tellsGoodWorkFromBad() throws InterruptedException {
        LabFolder lab = LabFolder.read(Path.of("").toAbsolutePath(), new ResilientClient());
        SeedsLock lock = SeedsLock.read(lab).orElseThrow();
        LabValidation.Plan plan = new LabValidation.Plan(1, false, SIDE_BY_SIDE);

        Validation found = new LabValidation(lab, plan, new Bubblewrap(), Progress.NONE, InstantSource.system())
                .validate(lock.calibration());

        assertThat(found.rules()).as(found.table()).isNotEmpty().allMatch(Rule::held);
    }
}
