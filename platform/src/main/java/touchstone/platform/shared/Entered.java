package touchstone.platform.shared;

/** Text that a person entered in a form, checked for its size. */
public final class Entered {

    private Entered() {}

    /**
     * The text without surrounding space.
     *
     * @param field the field's name as the person knows it
     * @throws Refusal when it is empty or longer than {@code most} characters
     */
    public static String required(String field, String text, int most) {
        String stripped = optional(field, text, most);
        if (stripped.isEmpty()) {
            throw Refusal.invalid("entered.missing", field);
        }
        return stripped;
    }

    /** As {@link #required}, but it may be empty. A missing field is empty. */
    public static String optional(String field, @org.jspecify.annotations.Nullable String text, int most) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.length() > most) {
            throw Refusal.invalid("entered.too-long", field, most);
        }
        if (stripped.chars().anyMatch(c -> c == 0)) {
            throw Refusal.invalid("entered.unusable", field);
        }
        return stripped;
    }
}
