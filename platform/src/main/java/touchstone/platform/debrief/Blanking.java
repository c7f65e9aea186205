package touchstone.platform.debrief;

import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import touchstone.platform.hiring.Applications;
import touchstone.platform.hiring.CandidateEvent;
import touchstone.platform.shared.Acting;

/** Blanks what was written here about a candidate who is erased; what was decided, when and with which numbers stays. */
@Component
class Blanking {

    private static final String BLANK = "Erased with the candidate";

    private final JdbcClient jdbc;
    private final Applications applications;

    Blanking(JdbcClient jdbc, Applications applications) {
        this.jdbc = jdbc;
        this.applications = applications;
    }

    @EventListener
    void erased(CandidateEvent.CandidateErased erased) {
        List<UUID> theirs = applications.all(Applications.Filter.ofCandidate(erased.entity())).stream()
                .map(candidacy -> candidacy.id())
                .toList();
        for (UUID application : theirs) {
            blank("update debrief.opinion set text = :blank", application);
            blank(
                    "update debrief.veto set reason = :blank, lifted_reason = case when lifted_at is not null then"
                            + " :blank end",
                    application);
            blank("update debrief.decision set reasons = :blank, against = ''", application);
            blank("update debrief.offer set terms = :blank, answer = ''", application);
            blank("update debrief.feedback set text = :blank, drafted = ''", application);
        }
    }

    private void blank(String update, UUID application) {
        jdbc.sql(update + " where organisation_id = :organisation and application_id = :application")
                .param("blank", BLANK)
                .param("organisation", Acting.organisation())
                .param("application", application)
                .update();
    }
}
