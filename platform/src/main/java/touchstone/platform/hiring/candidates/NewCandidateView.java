package touchstone.platform.hiring.candidates;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import touchstone.platform.hiring.Candidacy;

/** The form for a new candidate: openings to choose from, the one that was chosen, and the zone to begin with. */
public record NewCandidateView(List<Candidacy.Position> positions, Optional<UUID> opening, String zone) {

    public boolean isChosen(Candidacy.Position position) {
        return opening.filter(position.id()::equals).isPresent();
    }
}
