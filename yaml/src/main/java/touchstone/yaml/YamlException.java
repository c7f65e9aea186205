package touchstone.yaml;

/**
 * A file that somebody wrote by hand cannot be used. The message is one sentence with file and line, such as
 * {@code scenario.yaml:12: unknown fault 'rate-limitd'; known faults: ...}.
 */
public final class YamlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong, as a stable code. */
    public enum Code {
        /** The file is missing or cannot be read. */
        UNREADABLE("file-unreadable"),
        /** The file is larger than 1 MiB. */
        TOO_LARGE("file-too-large"),
        /** The file is not one YAML document. */
        SYNTAX("yaml-syntax"),
        /** The file uses anchors or aliases, or is nested too deep. */
        FORBIDDEN("yaml-forbidden"),
        /** A field has a name that is not known. */
        UNKNOWN_FIELD("unknown-field"),
        /** A field is missing. */
        MISSING_FIELD("missing-field"),
        /** A value has the wrong type. */
        WRONG_TYPE("wrong-type"),
        /** A value has the right type but cannot be used. */
        INVALID_VALUE("invalid-value");

        private final String id;

        Code(String id) {
            this.id = id;
        }

        /** The code in kebab case, such as {@code unknown-field}. */
        public String id() {
            return id;
        }
    }

    private final Code code;
    private final String file;
    private final int line;
    private final String sentence;

    YamlException(Code code, String file, int line, String sentence) {
        super(line > 0 ? file + ":" + line + ": " + sentence : file + ": " + sentence);
        this.code = code;
        this.file = file;
        this.line = line;
        this.sentence = sentence;
    }

    public Code code() {
        return code;
    }

    /** What the file is called. */
    public String file() {
        return file;
    }

    /** The message without file and line. */
    public String sentence() {
        return sentence;
    }

    /** Line in the file, from 1; 0 when the error belongs to the whole file. */
    public int line() {
        return line;
    }
}
