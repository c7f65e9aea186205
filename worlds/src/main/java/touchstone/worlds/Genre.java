package touchstone.worlds;

/** What sort of writing a document is; each has its own shape, tone and place for a date. */
public enum Genre {
    POLICY,
    RUNBOOK,
    RELEASE_NOTE,
    WIKI_PAGE,
    TICKET_THREAD,
    MEETING_MINUTES,
    CONTRACT_EXCERPT,
    PRICE_TABLE
}
