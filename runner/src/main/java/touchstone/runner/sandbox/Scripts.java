package touchstone.runner.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The shell scripts that start a box; each file says what it does. */
final class Scripts {

    static final String LAUNCH = read("launch.sh");
    static final String OUTER = read("outer.sh");
    static final String INNER = read("inner.sh");

    private Scripts() {}

    private static String read(String name) {
        try (InputStream script = Scripts.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new SandboxException("The sandbox's script " + name + " is missing from Touchstone's jar.");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SandboxException("The sandbox's script " + name + " cannot be read.", e);
        }
    }
}
