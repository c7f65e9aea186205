package touchstone.platform.home.demo;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import touchstone.catalogue.content.Level;
import touchstone.platform.debrief.Decision;
import touchstone.platform.debrief.Decisions;
import touchstone.platform.debrief.Feedbacks;
import touchstone.platform.debrief.Offers;
import touchstone.platform.debrief.Opinions;
import touchstone.platform.hiring.Applications;
import touchstone.platform.identity.Account;
import touchstone.platform.interview.Interviews;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/** The end of the example applications that were decided: what people said, the decision, an offer, feedback. */
@Component
final class ExampleDecisions {

    private static final String AGAINST =
            "The rule waits for competencies that nobody observed. We heard enough of them in "
                    + "other answers to decide, and say so here.";

    private final Applications applications;
    private final Interviews interviews;
    private final Opinions opinions;
    private final Decisions decisions;
    private final Offers offers;
    private final Feedbacks feedbacks;

    ExampleDecisions(
            Applications applications,
            Interviews interviews,
            Opinions opinions,
            Decisions decisions,
            Offers offers,
            Feedbacks feedbacks) {
        this.applications = applications;
        this.interviews = interviews;
        this.opinions = opinions;
        this.decisions = decisions;
        this.offers = offers;
        this.feedbacks = feedbacks;
    }

    void decide(Cast.End end, UUID application, Troupe troupe) {
        Person manager = troupe.one(Role.HIRING_MANAGER).person();
        opinions(end, application, troupe);
        Acting.run(manager, () -> decisions.decide(application, draft(end), version(application)));
        switch (end) {
            case HIRED -> offer(application, troupe, true);
            case OFFERED_LOWER -> offer(application, troupe, false);
            case REJECTED -> feedback(application, manager);
            case GOES_ON, WITHDREW -> {}
        }
    }

    private void opinions(Cast.End end, UUID application, Troupe troupe) {
        List<UUID> seats = interviews.ofApplication(application).stream()
                .flatMap(interview -> interview.seats().stream())
                .map(seat -> seat.account())
                .distinct()
                .limit(3)
                .toList();
        boolean hires = end != Cast.End.REJECTED;
        for (int number = 0; number < seats.size(); number++) {
            UUID account = seats.get(number);
            boolean dissents = number == 2;
            Level level = end == Cast.End.HIRED ? Level.SENIOR : Level.MID;
            String text = dissents
                    ? "I see it the other way: the answers on operating a system were thinner than the rest."
                    : "What I saw fits the anchors that the others cite. My doubts were answered in the design round.";
            troupe.people().values().stream()
                    .filter(one -> one.id().equals(account))
                    .map(Account::person)
                    .forEach(person ->
                            Acting.run(person, () -> opinions.give(application, dissents != hires, level, text)));
        }
    }

    private static Decision.Draft draft(Cast.End end) {
        return switch (end) {
            case HIRED ->
                new Decision.Draft(
                        Decision.Outcome.HIRE,
                        Level.SENIOR,
                        "Retrieval and evaluation were at or over the senior bar in two rounds each, with numbers from"
                                + " own work.",
                        AGAINST);
            case OFFERED_LOWER ->
                new Decision.Draft(
                        Decision.Outcome.HIRE_AT_LOWER_LEVEL,
                        Level.MID,
                        "Sound on building, not yet at the senior bar on operating what was built; meets the bar of"
                                + " mid throughout.",
                        AGAINST);
            case REJECTED, GOES_ON, WITHDREW ->
                new Decision.Draft(
                        Decision.Outcome.NO_HIRE,
                        Level.SENIOR,
                        "Below the bar in most competencies that count double, and the rounds agree.",
                        AGAINST);
        };
    }

    private void offer(UUID application, Troupe troupe, boolean accepted) {
        Account manager = troupe.one(Role.HIRING_MANAGER);
        Account administrator = troupe.one(Role.ADMINISTRATOR);
        Acting.run(
                manager.person(),
                () -> offers.make(
                        application, "Terms as discussed; start in two months.", Set.of(administrator.id()), 0));
        Acting.run(
                administrator.person(), () -> offers.answerRequest(application, true, "", offerVersion(application)));
        Acting.run(manager.person(), () -> offers.send(application, offerVersion(application)));
        if (accepted) {
            Acting.run(manager.person(), () -> offers.answer(application, true, "", offerVersion(application)));
        }
    }

    private int offerVersion(UUID application) {
        return offers.of(application).orElseThrow().version();
    }

    private void feedback(UUID application, Person manager) {
        Acting.run(manager, () -> {
            var drafted = feedbacks.get(application);
            int version = feedbacks.save(
                    application, drafted.text() + "\n\nThank you for the time that you gave us.", drafted.version());
            feedbacks.send(application, false, version);
        });
    }

    private int version(UUID application) {
        return applications.get(application).version();
    }
}
