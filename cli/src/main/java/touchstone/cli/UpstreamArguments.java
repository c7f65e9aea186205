package touchstone.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import touchstone.simulator.Scenario;
import touchstone.simulator.upstream.Upstream;
import touchstone.simulator.upstream.UpstreamSettings;

/** What was typed about a real server. The host's key comes from the environment, never from the command line. */
final class UpstreamArguments {

    @Option(
            names = "--upstream",
            paramLabel = "URL",
            required = true,
            description = "A real OpenAI-compatible server that answers, such as https://api.example.org/v1.")
    private String url = "";

    @Option(
            names = "--spend-cap-micros",
            paramLabel = "N",
            description = "Most micro-units that may be spent there, at the scenario's prices; required.")
    private @Nullable Long cap;

    @Option(
            names = "--upstream-key-env",
            paramLabel = "NAME",
            defaultValue = "OPENAI_API_KEY",
            description = "Environment variable that holds the server's key (default: OPENAI_API_KEY).")
    private String keyVariable = "OPENAI_API_KEY";

    Upstream open(Scenario scenario) {
        if (cap == null) {
            throw new BadInputException(
                    "A real server costs money; say with --spend-cap-micros N how much may be spent there.");
        }
        String key = System.getenv(keyVariable);
        if (key == null || key.isBlank()) {
            throw new BadInputException("The environment variable " + keyVariable
                    + " holds no key for the server; set it, or name another with --upstream-key-env.");
        }
        try {
            return new Upstream(UpstreamSettings.of(URI.create(url), key.strip(), cap, scenario));
        } catch (IllegalArgumentException wrong) {
            throw new BadInputException("--upstream " + url + " with --spend-cap-micros " + cap + " cannot be used: "
                    + wrong.getMessage() + ".");
        }
    }

    /** What the user is told when it starts. */
    String promise() {
        return "Calls are answered by " + url + " until " + cap + " micro-units are spent.";
    }
}
