package touchstone.platform.hiring;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Applications of the organisation, as far as the person who acts may see them. */
@Service
@Transactional
public class Applications {

    /** Starts an application in the first stage of the opening's current plan. */
    public UUID apply(UUID candidate, UUID opening) {
        throw new UnsupportedOperationException();
    }

    /**
     * One application.
     *
     * @throws touchstone.platform.shared.Refusal when it is missing, or not for the person who acts
     */
    @Transactional(readOnly = true)
    public Candidacy get(UUID application) {
        throw new UnsupportedOperationException();
    }

    /** Moves it to a stage of its plan. */
    public void move(UUID application, String stage, String reason, int version) {
        throw new UnsupportedOperationException();
    }

    /** Ends it. */
    public void close(UUID application, Candidacy.State state, String reason, int version) {
        throw new UnsupportedOperationException();
    }

    /** Puts somebody on it, who may then see it. */
    public void involve(UUID application, UUID account, Participant.Capacity capacity) {
        throw new UnsupportedOperationException();
    }

    @Transactional(readOnly = true)
    public List<Participant> participants(UUID application) {
        throw new UnsupportedOperationException();
    }
}
