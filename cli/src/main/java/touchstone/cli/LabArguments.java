package touchstone.cli;

import java.nio.file.Path;
import touchstone.runner.lab.LabFolder;
import touchstone.runner.lab.Labs;
import touchstone.runner.sandbox.Bubblewrap;
import touchstone.runner.sandbox.Sandbox;
import touchstone.runner.sandbox.Sandbox.Availability;
import touchstone.runner.sandbox.Unboxed;
import touchstone.runner.score.SeedsLock;

/** Turns what was typed into labs, locks and sandboxes, or says what is wrong with it. */
final class LabArguments {

    private LabArguments() {}

    static LabFolder lab(Surroundings surroundings, String id) {
        return Labs.find(surroundings.labs(), id)
                .orElseThrow(() -> new BadInputException("There is no lab '" + id + "' in " + surroundings.labs()
                        + "; there are: " + String.join(", ", Labs.names(surroundings.labs())) + "."));
    }

    static SeedsLock lock(LabFolder lab) {
        return SeedsLock.read(lab)
                .orElseThrow(() -> new BadInputException("The lab '" + lab.description().id()
                        + "' has no anchors yet; run './touchstone lab validate "
                        + lab.description().id() + " --calibrate' first."));
    }

    /** @param trust run without a sandbox, for one's own code only */
    static Sandbox sandbox(boolean trust) {
        if (trust) {
            return new Unboxed();
        }
        Sandbox sandbox = new Bubblewrap();
        return switch (sandbox.availability()) {
            case Availability.Available _ -> sandbox;
            case Availability.Unavailable(String reason, String remedy) ->
                throw new BadInputException("No sandbox: " + reason + " " + remedy
                        + " For your own code only, --trust runs it without one.");
        };
    }

    static Path absent(Path folder) {
        if (java.nio.file.Files.exists(folder)) {
            throw new BadInputException(
                    "The folder " + folder + " exists already; name another one with --out, or remove it.");
        }
        return folder;
    }
}
