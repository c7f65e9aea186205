package touchstone.platform;

import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import picocli.CommandLine;
import touchstone.platform.shell.database.DatabaseException;

/** Starts the web application: {@code ./touchstone up}. */
/* modules may use the same simple name for different things */
@SpringBootApplication(proxyBeanMethods = false, nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Platform {

    public static void main(String[] arguments) {
        UpOptions options = new UpOptions();
        CommandLine command = new CommandLine(options);
        try {
            CommandLine.ParseResult parsed = command.parseArgs(arguments);
            if (CommandLine.printHelpIfRequested(parsed)) {
                return;
            }
        } catch (CommandLine.ParameterException wrong) {
            refuse(wrong.getMessage() + "; ./touchstone up --help lists the options.");
        }
        try {
            SpringApplication application = new SpringApplication(Platform.class);
            application.setDefaultProperties(options.properties());
            application.setRegisterShutdownHook(true);
            application.setLogStartupInfo(false);
            application.run();
        } catch (RuntimeException failed) {
            if (failed.getClass().getName().contains("AbandonedRunException")) {
                throw failed;
            }
            Optional<String> known = sentence(failed);
            if (known.isEmpty()) {
                failed.printStackTrace();
                System.exit(3);
            }
            refuse(known.get());
        }
    }

    private static Optional<String> sentence(Throwable failed) {
        return cause(failed, PortInUseException.class)
                .map(taken ->
                        "Port " + taken.getPort() + " is in use; stop what uses it, or choose another with --port.")
                .or(() -> cause(failed, DatabaseException.class).map(Throwable::getMessage));
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failed, Class<T> type) {
        for (Throwable one = failed; one != null; one = one.getCause()) {
            if (type.isInstance(one)) {
                return Optional.of(type.cast(one));
            }
        }
        return Optional.empty();
    }

    private static void refuse(String sentence) {
        System.err.println("touchstone: " + sentence);
        System.exit(2);
    }
}
