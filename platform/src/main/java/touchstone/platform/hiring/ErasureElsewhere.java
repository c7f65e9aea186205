package touchstone.platform.hiring;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Erases a candidate's own record when somebody erased the person elsewhere, such as on the page of the audit log. */
@Component
final class ErasureElsewhere {

    private final Candidates candidates;
    private final Erasure erasure;

    ErasureElsewhere(Candidates candidates, Erasure erasure) {
        this.candidates = candidates;
        this.erasure = erasure;
    }

    /** In the transaction of that erasure. */
    @EventListener
    void erased(touchstone.platform.shared.Erasure elsewhere) {
        candidates
                .find(elsewhere.person())
                .filter(candidate -> !candidate.erased())
                .ifPresent(candidate -> erasure.erase(candidate.id()));
    }
}
