package touchstone.platform.identity.signin;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The family of a browser, coarse enough to recognise one's own and to tell nobody more. */
final class Browser {

    /** What a browser says of itself, and its name; the first that fits counts, for they all claim to be each other. */
    private static final Map<String, String> FAMILIES = ordered(
            "edg",
            "Edge",
            "opr/",
            "Opera",
            "firefox",
            "Firefox",
            "chromium",
            "Chromium",
            "chrome",
            "Chrome",
            "safari",
            "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "android",
            "Android",
            "iphone",
            "iPhone",
            "ipad",
            "iPad",
            "windows",
            "Windows",
            "mac os",
            "macOS",
            "cros",
            "ChromeOS",
            "linux",
            "Linux");

    private Browser() {}

    static String of(@Nullable String userAgent) {
        String text = userAgent == null ? "" : userAgent.toLowerCase(Locale.ROOT);
        String family = first(FAMILIES, text, "Another program");
        String system = first(SYSTEMS, text, "");
        return system.isEmpty() ? family : family + ", " + system;
    }

    private static String first(Map<String, String> names, String text, String otherwise) {
        return names.entrySet().stream()
                .filter(entry -> text.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new java.util.LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
