package touchstone.platform.interview.mine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import touchstone.catalogue.content.PlanStage;
import touchstone.platform.hiring.Applications;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.interview.Interview;
import touchstone.platform.interview.Interviews;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

@Controller
class MineController {

    private static final Duration OVERDUE = Duration.ofHours(24);
    private static final Duration LOOK_BACK = Duration.ofDays(28);

    private final Interviews interviews;
    private final Applications applications;
    private final InstantSource clock;

    MineController(Interviews interviews, Applications applications, InstantSource clock) {
        this.interviews = interviews;
        this.applications = applications;
        this.clock = clock;
    }

    @GetMapping("/interviews")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.INTERVIEWER, Role.BAR_RAISER, Role.ADMINISTRATOR})
    ModelAndView page() {
        Instant now = clock.instant();
        ZoneId zone = Acting.person().zone();
        Instant midnight = now.atZone(zone).truncatedTo(ChronoUnit.DAYS).toInstant();
        Instant nextMidnight = midnight.atZone(zone).plusDays(1).toInstant();
        List<Interview> owed = interviews.due();
        List<Interview> seated = interviews.mine(now.minus(LOOK_BACK)).stream()
                .filter(one -> one.state() != Interview.State.CANCELLED)
                .toList();
        Map<UUID, Candidacy> known = applications.of(Stream.concat(owed.stream(), seated.stream())
                .map(Interview::application)
                .collect(Collectors.toSet()));
        List<MineView.Row> due = rows(owed, known, now);
        List<MineView.Row> mine = rows(seated, known, now);
        return Screen.of(
                "interview/mine/mine",
                new MineView(
                        due,
                        only(mine, at -> !at.isBefore(midnight) && at.isBefore(nextMidnight)),
                        only(mine, at -> !at.isBefore(nextMidnight)),
                        only(mine, at -> at.isBefore(midnight)).reversed()));
    }

    /** One of an application that the person was taken off is left out. */
    private List<MineView.Row> rows(List<Interview> found, Map<UUID, Candidacy> known, Instant now) {
        return found.stream()
                .filter(one -> known.containsKey(one.application()))
                .map(one -> {
                    Candidacy candidacy = Objects.requireNonNull(known.get(one.application()));
                    return new MineView.Row(
                            one,
                            candidacy
                                    .plan()
                                    .stage(one.stage())
                                    .map(PlanStage::title)
                                    .orElse(one.stage()),
                            candidacy.candidate().name(),
                            candidacy.opening().title(),
                            one.slot().endsAt().plus(OVERDUE).isBefore(now));
                })
                .toList();
    }

    private static List<MineView.Row> only(List<MineView.Row> rows, Predicate<Instant> when) {
        return rows.stream().filter(row -> when.test(row.startsAt())).toList();
    }
}
