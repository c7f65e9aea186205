import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A document as it was handed in. */
record Document(String id, String title, String body, String updatedAt) {

    static Document of(Object json) {
        Map<String, Object> map = Json.object(json);
        return new Document(text(map, "id"), text(map, "title"), text(map, "body"), text(map, "updatedAt"));
    }

    Map<String, Object> toJson() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", id);
        map.put("title", title);
        map.put("body", body);
        map.put("updatedAt", updatedAt);
        return map;
    }

    /** The day of the last change, such as 2031-04-02. */
    String day() {
        return updatedAt.length() >= 10 ? updatedAt.substring(0, 10) : updatedAt;
    }

    long epochDay() {
        try {
            return LocalDate.parse(day()).toEpochDay();
        } catch (DateTimeParseException undated) {
            return 0;
        }
    }

    private static String text(Map<String, Object> map, String key) {
        return map.get(key) instanceof String text ? text : "";
    }
}
