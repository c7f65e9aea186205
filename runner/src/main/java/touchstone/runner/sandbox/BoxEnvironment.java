package touchstone.runner.sandbox;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The variables that a program sees; the same with and without a sandbox. */
final class BoxEnvironment {

    /** Path of the toolbox; only set where the solution asks for one. */
    static final String TOOLBOX = "TOOLBOX";

    private BoxEnvironment() {}

    /** What a request may replace. Java would otherwise size its heap after the whole machine. */
    static Map<String, String> defaults(BoxRequest request, String path) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("PATH", path);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("LANG", "C.UTF-8");
        environment.put("JAVA_TOOL_OPTIONS", "-Xmx" + request.limits().memoryBytes() / 2);
        return environment;
    }

    /** What a request may not replace. */
    static Map<String, String> contract(int port, int modelPort, Path data, Path state) {
        return Map.of(
                "PORT", String.valueOf(port),
                "OPENAI_BASE_URL", "http://127.0.0.1:" + modelPort + "/v1",
                "LAB_DATA_DIR", data.toString(),
                "LAB_STATE_DIR", state.toString());
    }
}
