package touchstone.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import touchstone.measurement.MeasurementException;
import touchstone.runner.RunnerException;
import touchstone.runner.run.Version;
import touchstone.yaml.YamlException;

/** The door: {@code ./touchstone COMMAND}. Exit status as in the design, section 2.1. */
@Command(
        name = "touchstone",
        description = "Measured work samples for AI engineers.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionWords.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {LabCommand.class, SimulatorCommand.class, WorldCommand.class, MeasureCommand.class},
        footer = {"", "Also: './touchstone test' installs what the tests need and runs the whole suite."})
public final class Main {

    /** Our own fault. */
    static final int OWN_FAULT = 3;

    /** Bad usage or bad input. */
    static final int BAD_INPUT = 2;

    /** Ctrl-C. */
    static final int INTERRUPTED = 130;

    private Main() {}

    /** The web server's own start and stop messages say nothing to a user. Held, so that the level is not forgotten. */
    private static final Logger WEB_SERVER = Logger.getLogger("io.helidon");

    public static void main(String[] arguments) {
        WEB_SERVER.setLevel(Level.WARNING);
        Path home = Path.of(System.getProperty("touchstone.home", "."));
        Surroundings surroundings = new Surroundings(
                home, System.out, System.err, Boolean.getBoolean("touchstone.terminal"), InstantSource.system());
        System.exit(run(surroundings, arguments));
    }

    /** Runs a command and gives its exit status. */
    static int run(Surroundings surroundings, String... arguments) {
        CommandLine line = new CommandLine(new Main(), new Commands(surroundings));
        line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((failure, _, _) -> explain(failure, surroundings.err()));
        if (arguments.length == 0) {
            line.usage(surroundings.out());
            return 0;
        }
        return line.execute(arguments);
    }

    private static int explain(Exception failure, PrintStream err) {
        return switch (failure) {
            case BadInputException bad -> say(err, bad, BAD_INPUT);
            case YamlException bad -> say(err, bad, BAD_INPUT);
            case MeasurementException bad -> say(err, bad, BAD_INPUT);
            case RunnerException ours -> say(err, ours, OWN_FAULT);
            case InterruptedException _ -> INTERRUPTED;
            case UncheckedIOException io -> {
                err.println("touchstone: " + io.getMessage() + " (" + reason(io) + ")");
                yield OWN_FAULT;
            }
            default -> {
                err.println("touchstone: this is a fault of ours: " + failure);
                failure.printStackTrace(err);
                yield OWN_FAULT;
            }
        };
    }

    private static String reason(UncheckedIOException failure) {
        IOException cause = Objects.requireNonNull(failure.getCause());
        String reason = cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
        return reason == null ? cause.getClass().getSimpleName() : reason;
    }

    private static int say(PrintStream err, Exception failure, int status) {
        err.println("touchstone: " + failure.getMessage());
        return status;
    }

    /** Prints the version. */
    static final class VersionWords implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"touchstone " + Version.current()};
        }
    }
}
