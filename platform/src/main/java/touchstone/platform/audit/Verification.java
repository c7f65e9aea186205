package touchstone.platform.audit;

/** What checking the whole chain found. */
public sealed interface Verification {

    /** Every entry fits the one before it, and every payload that was not erased fits its entry. */
    record Verified(long count, Head head) implements Verification {}

    /**
     * Something was changed, taken away or put in.
     *
     * @param seq the first entry that does not fit
     */
    record Broken(long seq, Why why) implements Verification {}

    /** What does not fit. */
    enum Why {
        /** An entry is missing, or two stand in the wrong order. */
        GAP,
        /** An entry does not continue the one before it. */
        NOT_LINKED,
        /** An entry was changed. */
        CHANGED,
        /** The chain does not end where its head says. */
        HEAD,
        /** A payload is missing or empty although nobody was erased. */
        PAYLOAD_MISSING,
        /** A payload or its key was changed. */
        PAYLOAD_CHANGED,
        /** A payload stands where no entry is. */
        PAYLOAD_TOO_MANY,
        /** A person counts as erased, and no entry says so. */
        ERASURE_UNPROVEN
    }
}
