package touchstone.platform.home.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import touchstone.catalogue.content.PlanStage;
import touchstone.catalogue.content.StageKind;
import touchstone.platform.hiring.Applications;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.hiring.Candidates;
import touchstone.platform.hiring.Plans;
import touchstone.platform.hiring.TakeHome;
import touchstone.platform.hiring.TakeHomes;
import touchstone.platform.identity.Account;
import touchstone.platform.interview.Interview;
import touchstone.platform.interview.Interviews;
import touchstone.platform.interview.Scorecards;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.TravellingClock;

/** Plays each example application up to where its story says, at the time when it would have happened. */
@Component
final class ExampleApplications {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Duration BETWEEN_STAGES = Duration.ofDays(3);
    private static final Duration AFTER_THE_LAST = Duration.ofDays(2);

    private final Plans plans;
    private final Candidates candidates;
    private final Applications applications;
    private final TakeHomes takeHomes;
    private final Interviews interviews;
    private final Scorecards scorecards;
    private final ExampleDecisions decisions;

    ExampleApplications(
            Plans plans,
            Candidates candidates,
            Applications applications,
            TakeHomes takeHomes,
            Interviews interviews,
            Scorecards scorecards,
            ExampleDecisions decisions) {
        this.plans = plans;
        this.candidates = candidates;
        this.applications = applications;
        this.takeHomes = takeHomes;
        this.interviews = interviews;
        this.scorecards = scorecards;
        this.decisions = decisions;
    }

    /** Each story ends shortly before the present. */
    void play(List<Cast.Applicant> applicants, UUID opening, Troupe troupe, Instant present) {
        int stages = plans.current(opening).orElseThrow().plan().stages().size();
        int number = 0;
        for (Cast.Applicant applicant : applicants) {
            int behind = applicant.stages() < 0 ? stages + applicant.stages() : applicant.stages();
            Instant applied = present.minus(BETWEEN_STAGES.multipliedBy(behind))
                    .minus(AFTER_THE_LAST)
                    .minus(Duration.ofHours(7L * (number++ % 6)));
            UUID application = TravellingClock.at(applied, () -> {
                UUID candidate = candidates.add(applicant.name(), applicant.email(), ZONE, "Example");
                return applications.apply(candidate, opening);
            });
            play(applicant, application, troupe, applied);
        }
    }

    private void play(Cast.Applicant applicant, UUID application, Troupe troupe, Instant applied) {
        List<PlanStage> stages = applications.get(application).plan().plan().stages();
        int behind = applicant.stages() < 0 ? stages.size() + applicant.stages() : applicant.stages();
        Instant time = applied;
        for (int number = 0; number < behind; number++) {
            PlanStage next = stages.get(number + 1);
            time = time.plus(BETWEEN_STAGES);
            pass(applicant, application, stages.get(number), troupe, time);
            Instant moved = time.plus(Duration.ofHours(30));
            TravellingClock.at(
                    moved,
                    () -> Acting.as(troupe.one(Role.RECRUITER).person(), () -> {
                        applications.move(
                                application,
                                next.id(),
                                "",
                                applications.get(application).version());
                        return next;
                    }));
        }
        Instant end = time.plus(AFTER_THE_LAST);
        TravellingClock.at(end, () -> {
            end(applicant, application, troupe, end);
            return application;
        });
    }

    private void pass(Cast.Applicant applicant, UUID application, PlanStage stage, Troupe troupe, Instant time) {
        if (stage.kind() == StageKind.TAKE_HOME) {
            takeHome(applicant, application, stage, troupe, time);
        } else if (stage.kind().isInterview()) {
            interview(applicant, application, stage, troupe, time);
        }
    }

    private void takeHome(Cast.Applicant applicant, UUID application, PlanStage stage, Troupe troupe, Instant time) {
        Account recruiter = troupe.one(Role.RECRUITER);
        TravellingClock.at(
                time.minus(BETWEEN_STAGES),
                () -> Acting.as(recruiter.person(), () -> {
                    takeHomes.send(application, stage.id(), time.plus(Duration.ofHours(12)));
                    return stage;
                }));
        double score = Math.round(10 * Math.clamp(applicant.ability() * 24 - 10, 5, 97)) / 10.0;
        TakeHome.HandedIn work =
                new TakeHome.HandedIn(time, Optional.of(4.5), "repository of the candidate", Optional.of(score), "");
        TravellingClock.at(
                time,
                () -> Acting.as(recruiter.person(), () -> {
                    takeHomes.handIn(
                            application,
                            stage.id(),
                            work,
                            takeHomes.of(application).getFirst().version());
                    return stage;
                }));
    }

    private void interview(Cast.Applicant applicant, UUID application, PlanStage stage, Troupe troupe, Instant time) {
        UUID interview = TravellingClock.at(
                time.minus(BETWEEN_STAGES), () -> arrange(applicant, application, stage, troupe, time));
        Instant after = time.plus(Duration.ofMinutes(stage.minutes() + 20L));
        TravellingClock.at(after, () -> {
            hold(interview, troupe);
            Candidacy candidacy = applications.get(application);
            List<UUID> seats = interviews.get(interview).seats().stream()
                    .map(Interview.Seat::account)
                    .toList();
            troupe.people().values().stream()
                    .filter(account -> seats.contains(account.id()))
                    .forEach(account -> Acting.run(
                            account.person(),
                            () -> scorecards.submit(
                                    interview,
                                    ExampleScorecards.fill(
                                            candidacy.plan(), stage, applicant, troupe.colleague(account)),
                                    scorecards.draft(interview).version())));
            return interview;
        });
    }

    private void hold(UUID interview, Troupe troupe) {
        Acting.run(
                troupe.one(Role.RECRUITER).person(),
                () -> interviews.tookPlace(interview, interviews.get(interview).version()));
    }

    private UUID arrange(Cast.Applicant applicant, UUID application, PlanStage stage, Troupe troupe, Instant time) {
        Map<UUID, Interview.Seat.Capacity> seats = new LinkedHashMap<>();
        List<Account> pool = troupe.pool(stage.pool());
        int first = Math.floorMod((applicant.name() + stage.id()).hashCode(), pool.size());
        for (int seat = 0; seat < Math.min(stage.interviewers(), pool.size()); seat++) {
            seats.put(
                    pool.get((first + seat) % pool.size()).id(),
                    stage.kind() == StageKind.BAR_RAISER
                            ? Interview.Seat.Capacity.BAR_RAISER
                            : Interview.Seat.Capacity.INTERVIEWER);
        }
        return Acting.as(troupe.one(Role.RECRUITER).person(), () -> {
            Interview.Slot slot = new Interview.Slot(time, stage.minutes(), ZONE, "Video call");
            return interviews.schedule(application, stage.id(), slot, seats);
        });
    }

    /** Of those in an interview stage, every third was met yesterday and the scorecard is due; the others are met soon. */
    private void goOn(Cast.Applicant applicant, UUID application, Troupe troupe, Instant now) {
        PlanStage stage = applications.get(application).stage();
        if (!stage.kind().isInterview()) {
            return;
        }
        if (Math.floorMod(applicant.name().hashCode(), 3) == 0) {
            Instant yesterday = now.minus(Duration.ofHours(20));
            UUID interview = TravellingClock.at(
                    now.minus(Duration.ofHours(30)), () -> arrange(applicant, application, stage, troupe, yesterday));
            hold(interview, troupe);
        } else {
            arrange(applicant, application, stage, troupe, now.plus(Duration.ofDays(3)));
        }
    }

    private void end(Cast.Applicant applicant, UUID application, Troupe troupe, Instant now) {
        switch (applicant.end()) {
            case GOES_ON -> goOn(applicant, application, troupe, now);
            case WITHDREW ->
                Acting.run(
                        troupe.one(Role.RECRUITER).person(),
                        () -> applications.close(
                                application,
                                Candidacy.State.WITHDRAWN,
                                "Took another offer.",
                                applications.get(application).version()));
            case REJECTED, HIRED, OFFERED_LOWER -> decisions.decide(applicant.end(), application, troupe);
        }
    }
}
