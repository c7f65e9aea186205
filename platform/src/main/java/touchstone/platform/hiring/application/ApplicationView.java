package touchstone.platform.hiring.application;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import touchstone.catalogue.content.PlanStage;
import touchstone.platform.hiring.ApplicationPanel;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.hiring.Participant;
import touchstone.platform.hiring.StageClock;
import touchstone.platform.hiring.TakeHome;

/**
 * One application.
 *
 * @param mayChange whether the reader runs the process, and does not only take part
 * @param panels what other modules add
 */
public record ApplicationView(
        Candidacy candidacy,
        boolean mayChange,
        StageClock clock,
        List<Stop> rail,
        People people,
        List<Work> works,
        List<Past> history,
        List<ApplicationPanel.Panel> panels) {

    /** One stage on the rail. */
    public record Stop(PlanStage stage, Place place) {

        /** Where a stage lies, seen from the one that the application is in. */
        public enum Place {
            DONE,
            HERE,
            AHEAD
        }
    }

    /**
     * Who is on it, and who could be.
     *
     * @param more everybody of the organisation who can sign in
     */
    public record People(List<Participant> on, List<Named> more) {}

    /** Somebody of the organisation. */
    public record Named(UUID id, String name) {}

    /**
     * A take-home stage.
     *
     * @param sent empty before it was sent
     * @param due what the form for the due date begins with, in the reader's zone
     * @param at what the form for the time of the hand-in begins with
     */
    public record Work(PlanStage stage, Optional<TakeHome> sent, boolean late, String due, String at) {

        /** The place as an address, when it is one that a browser may open. */
        public Optional<String> link() {
            return sent.flatMap(TakeHome::handedIn)
                    .map(TakeHome.HandedIn::place)
                    .filter(place -> place.matches("https?://\\S+"));
        }
    }

    /** One step of the way with the names of stages and people; the newest first. */
    public record Past(Candidacy.Step step, String from, String to, String by) {}

    /** Whether the form for changing it is shown. */
    public boolean isOpenToChange() {
        return mayChange && candidacy.isActive();
    }

    /** The stage after the present one, when there is one. */
    public Optional<String> next() {
        return rail.stream()
                .filter(stop -> stop.place() == Stop.Place.AHEAD)
                .findFirst()
                .map(stop -> stop.stage().id());
    }

    /** The address of the application, without a slash at the end. */
    public String path() {
        return "/applications/" + candidacy.id();
    }
}
