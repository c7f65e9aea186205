package touchstone.simulator.wire;

/** One token event of an answer: what a stream sends at once. */
sealed interface Delta {

    /** A piece of the text. */
    record Text(String text) implements Delta {}

    /** The start of the tool call with this index. */
    record CallStart(int index, String id, String name) implements Delta {}

    /** A piece of the arguments of the tool call with this index. */
    record CallArguments(int index, String text) implements Delta {}

    /** What counts as output tokens. */
    default String counted() {
        return switch (this) {
            case Text text -> text.text();
            case CallStart start -> start.name();
            case CallArguments arguments -> arguments.text();
        };
    }
}
