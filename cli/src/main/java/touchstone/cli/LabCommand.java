package touchstone.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code touchstone lab ...}. */
@Command(
        name = "lab",
        description = "Exercises whose result is measured.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            HelpCommand.class,
            LabListCommand.class,
            LabRunCommand.class,
            LabRescoreCommand.class,
            LabValidateCommand.class,
            LabNewCommand.class
        })
final class LabCommand {}
