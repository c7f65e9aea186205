package touchstone.runner.sandbox;

import java.time.Duration;
import java.util.List;

/** A place where a program runs. One provider, one class; each passes the sandbox contract test. */
public interface Sandbox {

    /** Name in reports: "bubblewrap" or "none". */
    String name();

    /** Whether it can be used on this machine, and which limits it can enforce here. Cheap enough to ask before each run. */
    Availability availability();

    /** A build that takes longer has failed. */
    Duration BUILD_LIMIT = Duration.ofMinutes(5);

    /**
     * Starts the program: builds it when the request names a build command, then runs it. Returns when the program has
     * been started, or when its build has failed.
     *
     * @throws SandboxException when the sandbox itself fails; whatever the program does is a value of {@link Box}
     */
    Box start(BoxRequest request);

    /** Answer of {@link Sandbox#availability()}. */
    sealed interface Availability {

        /**
         * @param enforced limits that are enforced, for provenance, such as "memory (cgroup v1)"
         * @param notEnforced limits that are not, each with the reason in a few words
         */
        record Available(List<String> enforced, List<String> notEnforced) implements Availability {}

        /** @param remedy one sentence: what to do */
        record Unavailable(String reason, String remedy) implements Availability {}
    }
}
