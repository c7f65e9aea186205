package touchstone.platform.crash;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import touchstone.platform.Platform;

/**
 * A process that does steps until it is killed. Each line {@code DONE n} says that step n is confirmed; {@code VERIFIED n}
 * says that all earlier ones were found after the start.
 */
final class CrashWorker {

    private CrashWorker() {}

    /** Takes the data folder, the seed, the first step to do, and the step to stop before. */
    public static void main(String[] arguments) {
        long seed = Long.parseLong(arguments[1]);
        int first = Integer.parseInt(arguments[2]);
        int end = Integer.parseInt(arguments[3]);
        SpringApplication application = new SpringApplication(Platform.class);
        application.setDefaultProperties(
                Map.of("touchstone.data", arguments[0], "server.port", "0", "touchstone.jobs", "false"));
        try (ConfigurableApplicationContext context = application.run()) {
            Workflow workflow = Workflow.of(context);
            for (int number = 0; number < first; number++) {
                workflow.verify(Step.of(seed, number));
            }
            Ledgers.verify(context, workflow.organisation(), seed, first);
            System.out.println("VERIFIED " + first);
            for (int number = first; number < end; number++) {
                workflow.act(Step.of(seed, number));
                System.out.println("DONE " + number);
            }
            System.out.println("END");
        } catch (Throwable failed) {
            System.out.println("FAILED " + failed);
            failed.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
        System.exit(0);
    }
}
