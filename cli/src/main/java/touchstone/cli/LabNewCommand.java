package touchstone.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import touchstone.runner.lab.LabTemplate;

/** {@code touchstone lab new}. */
@Command(
        name = "new",
        description = "Creates the folder of a new lab: a small one that builds, runs and can be validated.",
        mixinStandardHelpOptions = true)
final class LabNewCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "SLUG", description = "Name in kebab case, such as 'drift-monitor'.")
    private String slug = "";

    LabNewCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (!LabTemplate.isSlug(slug)) {
            throw new BadInputException("A lab's name is in kebab case, such as 'drift-monitor'; got '" + slug + "'.");
        }
        Path folder = surroundings.labs().resolve(slug);
        if (Files.exists(folder)) {
            throw new BadInputException("The folder " + folder + " exists already; choose another name.");
        }
        if (!Files.isDirectory(surroundings.labs())) {
            throw new BadInputException("There is no folder " + surroundings.labs() + " to put a lab into.");
        }
        LabTemplate.write(slug, folder);
        surroundings
                .out()
                .println("Created " + folder + ". Next: add '<module>labs/" + slug
                        + "</module>' to pom.xml, then './touchstone lab validate " + slug
                        + " --calibrate --seeds 3'.");
        return 0;
    }
}
