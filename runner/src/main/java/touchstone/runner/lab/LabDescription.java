package touchstone.runner.lab;

import java.util.List;
import java.util.Map;

/**
 * What lab.yaml says.
 *
 * @param id equal to the folder's name
 * @param version of the lab as a candidate meets it
 * @param gradingVersion changes when the same ledger would get another score
 * @param competencies ids of the competencies it gives evidence for
 * @param about how long it takes and how candidates talk to it
 * @param limits what a solution may use
 * @param followUps a question to ask in the interview, by criterion
 */
public record LabDescription(
        String id,
        String title,
        String version,
        int gradingVersion,
        List<String> competencies,
        About about,
        Limits limits,
        Map<String, String> followUps) {

    public LabDescription {
        competencies = List.copyOf(competencies);
        followUps = Map.copyOf(followUps);
        if (gradingVersion < 1) {
            throw new IllegalArgumentException("gradingVersion must be 1 or more");
        }
    }

    /**
     * @param summary one sentence
     * @param contract "http" or "cli"
     * @param minutes time box for a candidate
     * @param runSeconds how long a graded run takes
     * @param quickRunSeconds how long a run with {@code --quick} takes
     */
    public record About(String summary, String contract, int minutes, int runSeconds, int quickRunSeconds) {}

    /** Limits with their units. */
    public record Limits(
            int buildSeconds,
            int startSeconds,
            int processes,
            int memoryMiB,
            int folderMiB,
            int outputKiB,
            double cpus) {}
}
