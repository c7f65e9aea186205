package touchstone.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code touchstone simulator ...}. */
@Command(
        name = "simulator",
        description = "The simulated model.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {HelpCommand.class, SimulatorStartCommand.class})
final class SimulatorCommand {}
