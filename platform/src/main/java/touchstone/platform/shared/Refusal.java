package touchstone.platform.shared;

import java.util.List;

/**
 * Something that a person asked for is refused, and nothing was changed. The page shows the text of the message bundle
 * under the code, never an exception's message.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why, in the words of HTTP. */
    public enum Kind {
        /** What was entered cannot be used. */
        INVALID(422),
        /** Not there, or not for this person; the two cannot be told apart. */
        MISSING(404),
        /** This person may not do it. */
        FORBIDDEN(403),
        /** Somebody else changed it in between. */
        CONFLICT(409),
        /** It was possible once, and is not any more. */
        GONE(410),
        /** Too often in a short time. */
        TOO_MANY(429);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String code;
    private final transient List<Object> arguments;

    /**
     * @param code stable; also the key of the text, such as {@code hiring.plan.no-stages}
     * @param arguments what the text names
     */
    public Refusal(Kind kind, String code, Object... arguments) {
        super(code);
        this.kind = kind;
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public static Refusal invalid(String code, Object... arguments) {
        return new Refusal(Kind.INVALID, code, arguments);
    }

    public static Refusal missing(String code, Object... arguments) {
        return new Refusal(Kind.MISSING, code, arguments);
    }

    public static Refusal forbidden(String code, Object... arguments) {
        return new Refusal(Kind.FORBIDDEN, code, arguments);
    }

    public static Refusal conflict(String code, Object... arguments) {
        return new Refusal(Kind.CONFLICT, code, arguments);
    }

    public static Refusal gone(String code, Object... arguments) {
        return new Refusal(Kind.GONE, code, arguments);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
