package touchstone.catalogue;

import touchstone.yaml.YamlException;

/**
 * A content pack cannot be used. The message is one sentence with file and line, such as
 * {@code roles/ai-engineer.yaml:7: unknown competency 'rag-desing'; did you mean 'rag-design'?}.
 */
public final class CatalogueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with content whose form is right. What is wrong with the form has the codes of {@link YamlException}. */
    public enum Code {
        /** The pack is no folder, or its pack.yaml is missing. */
        NO_PACK("pack-missing"),
        /** The pack has more than 500 files. */
        TOO_MANY_FILES("too-many-files"),
        /** The pack's files are larger than 20 MiB together. */
        TOO_LARGE("pack-too-large"),
        /** A file has a name that the format does not know. */
        UNKNOWN_FILE("unknown-file"),
        /** A file is not named for the id in it. */
        FILE_NAME("wrong-file-name"),
        /** An id has the wrong form. */
        BAD_ID("bad-id"),
        /** An id stands twice. */
        DUPLICATE("duplicate-id"),
        /** An id names nothing. */
        UNKNOWN_REFERENCE("unknown-reference"),
        /** A text is empty. */
        EMPTY("empty-text"),
        /** A list has too few or too many items. */
        LIST_SIZE("wrong-list-size"),
        /** A number lies outside its range. */
        RANGE("out-of-range"),
        /** A competency has not five anchors. */
        ANCHOR_COUNT("wrong-anchor-count"),
        /** Two anchors say the same. */
        ANCHORS_EQUAL("anchors-equal"),
        /** A level has no bar. */
        BAR_MISSING("bar-missing"),
        /** A level's bar is lower than that of the level before. */
        BAR_FALLS("bar-falls"),
        /** A policy lacks what its rule needs, or has what it must not. */
        POLICY("wrong-policy"),
        /** Something stands where it means nothing. */
        MISPLACED("misplaced"),
        /** The design round does not end with its checklist. */
        CLOSING_STEPS("closing-steps-missing");

        private final String id;

        Code(String id) {
            this.id = id;
        }

        /** In kebab case. */
        public String id() {
            return id;
        }
    }

    private final String code;
    private final String file;
    private final int line;
    private final String sentence;

    CatalogueException(Code code, String file, int line, String sentence) {
        this(code.id(), file, line, sentence);
    }

    private CatalogueException(String code, String file, int line, String sentence) {
        super(line > 0 ? file + ":" + line + ": " + sentence : file + ": " + sentence);
        this.code = code;
        this.file = file;
        this.line = line;
        this.sentence = sentence;
    }

    static CatalogueException of(YamlException wrong) {
        return new CatalogueException(wrong.code().id(), wrong.file(), wrong.line(), wrong.sentence());
    }

    /** A {@link Code}'s id, or one of {@link YamlException.Code}; stable. */
    public String code() {
        return code;
    }

    /** Path in the pack, such as {@code questions/retrieval.yaml}. */
    public String file() {
        return file;
    }

    /** Line in the file, from 1; 0 when the error belongs to the whole file. */
    public int line() {
        return line;
    }

    /** The message without file and line. */
    public String sentence() {
        return sentence;
    }
}
