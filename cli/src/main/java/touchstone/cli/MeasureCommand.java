package touchstone.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code touchstone measure ...}. */
@Command(
        name = "measure",
        description = "Statistics on files of your own.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            HelpCommand.class,
            MeasureRetrievalCommand.class,
            MeasureRatingsCommand.class,
            MeasureAgreementCommand.class,
            MeasureReliabilityCommand.class,
            MeasureImpactCommand.class,
            MeasurePassKCommand.class,
        })
final class MeasureCommand {}
