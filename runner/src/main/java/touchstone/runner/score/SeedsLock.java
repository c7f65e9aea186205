package touchstone.runner.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.dataformat.yaml.YAMLMapper;
import touchstone.runner.lab.LabFolder;
import touchstone.yaml.YamlFile;

/**
 * A lab's seeds.lock: the anchors, the certified seeds, and the receipt of the last full validation.
 *
 * @param validationSeeds the public seeds that the lab was validated on; none of them was used for calibration
 * @param receipt empty until a full validation passed
 */
public record SeedsLock(Calibration calibration, List<Long> validationSeeds, Optional<Receipt> receipt) {

    public SeedsLock {
        validationSeeds = List.copyOf(validationSeeds);
    }

    /**
     * Says that a full validation passed for exactly this content.
     *
     * @param contentHash {@link LabContent#hash} of the lab at that time
     * @param runs how many runs it took
     */
    public record Receipt(String contentHash, String touchstoneVersion, String date, String machine, int runs) {}

    /** What can be said of a lab's validation. */
    public enum State {
        /** A full validation passed for this content. */
        VALIDATED,
        /** The lab has changed since. */
        CHANGED,
        /** It was never validated in full. */
        UNVALIDATED
    }

    /** Reads a lab's lock; empty when it was never calibrated. */
    public static Optional<SeedsLock> read(LabFolder lab) {
        return Files.exists(lab.seedsLock())
                ? Optional.of(YamlFile.read(lab.seedsLock(), SeedsLock.class))
                : Optional.empty();
    }

    /** Writes it in one move, so that no half-written lock is ever seen. */
    public void write(LabFolder lab) {
        Path partial = lab.folder().resolve("seeds.lock.partial");
        try {
            String note = "# Written by './touchstone lab validate'; do not edit by hand.\n";
            Files.writeString(partial, note + YAMLMapper.builder().build().writeValueAsString(this));
            Files.move(partial, lab.seedsLock(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + lab.seedsLock(), failed);
        }
    }

    /** Whether the receipt still fits the lab. */
    public State state(LabFolder lab) {
        return receipt.map(Receipt::contentHash)
                .map(hash -> hash.equals(LabContent.hash(lab.folder())) ? State.VALIDATED : State.CHANGED)
                .orElse(State.UNVALIDATED);
    }
}
