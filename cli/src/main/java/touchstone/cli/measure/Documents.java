package touchstone.cli.measure;

import java.util.LinkedHashMap;
import java.util.Map;

/** JSON objects in a fixed order. */
final class Documents {

    private Documents() {}

    /** Names and values in turn. */
    static Map<String, Object> of(Object... pairs) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            object.put((String) pairs[i], pairs[i + 1]);
        }
        return object;
    }
}
