package touchstone.platform.hiring.my;

import java.util.List;
import java.util.Optional;
import touchstone.catalogue.content.CompanyQuestion;
import touchstone.catalogue.content.Preparation;
import touchstone.catalogue.content.StageKind;
import touchstone.platform.hiring.ApplicationPanel;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.hiring.Candidate;
import touchstone.platform.hiring.TakeHome;

/**
 * A candidate's own page. It holds nothing that is not for the candidate: no ratings, no notes, no reasons, nobody's
 * surname.
 */
public record MyView(
        Candidate candidate, List<Mine> applications, List<CompanyQuestion> questions, List<Preparation> preparations) {

    /**
     * One application of the candidate.
     *
     * @param panels what other modules tell the candidate
     */
    public record Mine(
            Address address,
            String opening,
            String team,
            Candidacy.Progress progress,
            List<Stop> stops,
            List<Work> works,
            List<ApplicationPanel.Panel> panels) {

        public boolean isActive() {
            return progress.state() == Candidacy.State.ACTIVE;
        }

        /** The stage that it is in. */
        public Optional<Stop> here() {
            return stops.stream().filter(Stop::isHere).findFirst();
        }
    }

    /** Where forms of one application go, and the version that they name. */
    public record Address(String path, int version) {}

    /**
     * One stage.
     *
     * @param side below 0 when it is over, 0 when the application is in it, above 0 when it is to come
     */
    public record Stop(String title, StageKind kind, int minutes, int side) {
        public boolean isHere() {
            return side == 0;
        }

        public boolean isOver() {
            return side < 0;
        }
    }

    /** Take-home work that was sent to the candidate. */
    public record Work(String title, TakeHome takeHome, boolean late) {}
}
