package touchstone.platform.interview;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import touchstone.platform.hiring.Applications;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.shared.Erasure;

/** Destroys what interviewers wrote about somebody whose data are erased: notes, drafts, submitted scorecards. */
@Component
class ErasureListener {

    private final Applications applications;
    private final JdbcClient jdbc;

    ErasureListener(Applications applications, JdbcClient jdbc) {
        this.applications = applications;
        this.jdbc = jdbc;
    }

    /** In the transaction of the erasure. Revisions cannot be deleted but through this one function of the database. */
    @EventListener
    void erased(Erasure erasure) {
        for (Candidacy candidacy : applications.all(Applications.Filter.ofCandidate(erasure.person()))) {
            jdbc.sql("select interview.erase_application(?)")
                    .param(candidacy.id())
                    .query((row, number) -> 1)
                    .list();
        }
    }
}
