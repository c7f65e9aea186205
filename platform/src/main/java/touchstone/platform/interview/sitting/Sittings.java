package touchstone.platform.interview.sitting;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import touchstone.catalogue.content.PlanStage;
import touchstone.platform.hiring.Applications;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.interview.Interview;
import touchstone.platform.interview.Interviews;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Refusal;

/** Finds the interviews in which the person who acts has a seat; to everybody else they are missing. */
@Component
public class Sittings {

    private final Interviews interviews;
    private final Applications applications;

    Sittings(Interviews interviews, Applications applications) {
        this.interviews = interviews;
        this.applications = applications;
    }

    /** @throws Refusal when there is no such interview, or no seat in it for the person who acts */
    @Transactional(readOnly = true)
    public Sitting of(UUID id) {
        Interview interview = interviews.get(id);
        Interview.Seat seat = interview.seats().stream()
                .filter(one -> one.account().equals(Acting.person().id()))
                .findFirst()
                .orElseThrow(() -> Refusal.missing("interview.missing"));
        Candidacy candidacy = applications.get(interview.application());
        PlanStage stage = candidacy
                .plan()
                .stage(interview.stage())
                .orElseThrow(() -> new IllegalStateException("interview " + id + " is for no stage of its plan"));
        return new Sitting(interview, candidacy, stage, seat);
    }
}
