package touchstone.platform.interview;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Scorecards: one's own draft, and others' once they may be seen. */
@Service
@Transactional
public class Scorecards {

    /** What is being filled in, and the version that the next save names. */
    public record Draft(ScorecardContent content, int version) {}

    /** A scorecard that is due and not there. */
    public record Missing(UUID interview, String stage, Interview.Seat author, Instant since) {}

    /**
     * What the person who acts may see of an application's scorecards now.
     *
     * @param shown submitted ones, counted and uncounted, of interviews that were not cancelled
     * @param hiddenBecause key of the text that says why others' are hidden; empty when nothing is
     */
    public record Visible(List<Scorecard> shown, List<Missing> missing, Optional<String> hiddenBecause) {}

    @Transactional(readOnly = true)
    public Draft draft(UUID interview) {
        throw new UnsupportedOperationException();
    }

    /** Keeps what was filled in so far; the new version. */
    public int saveDraft(UUID interview, ScorecardContent content, int version) {
        throw new UnsupportedOperationException();
    }

    public Scorecard submit(UUID interview, ScorecardContent content, int version) {
        throw new UnsupportedOperationException();
    }

    /** A new revision of one's own scorecard. */
    public Scorecard correct(UUID scorecard, ScorecardContent content, String reason) {
        throw new UnsupportedOperationException();
    }

    @Transactional(readOnly = true)
    public Visible visible(UUID application) {
        throw new UnsupportedOperationException();
    }

    /** Every revision that was submitted until then, newest revision per scorecard: for recomputing a decision. */
    @Transactional(readOnly = true)
    public List<Scorecard> asOf(UUID application, Instant time) {
        throw new UnsupportedOperationException();
    }

    /** Opens ratings before they are due: deliberate, with a reason, and on record. */
    public void lookEarly(UUID application, String reason) {
        throw new UnsupportedOperationException();
    }
}
