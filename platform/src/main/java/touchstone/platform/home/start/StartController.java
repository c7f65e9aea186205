package touchstone.platform.home.start;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import touchstone.platform.hiring.Applications;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.hiring.Opening;
import touchstone.platform.hiring.Openings;
import touchstone.platform.identity.Organisations;
import touchstone.platform.interview.Interview;
import touchstone.platform.interview.Interviews;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

@Controller
class StartController {

    private static final int SHOWN = 6;
    private static final Duration RECENT = Duration.ofHours(1);

    private final Organisations organisations;
    private final Openings openings;
    private final Applications applications;
    private final Interviews interviews;
    private final InstantSource clock;

    StartController(
            Organisations organisations,
            Openings openings,
            Applications applications,
            Interviews interviews,
            InstantSource clock) {
        this.organisations = organisations;
        this.openings = openings;
        this.applications = applications;
        this.interviews = interviews;
        this.clock = clock;
    }

    @GetMapping("/")
    @Allowed(everybody = true)
    ModelAndView page() {
        Optional<Person> person = Acting.maybe();
        if (person.isEmpty()) {
            return organisations.all().isEmpty()
                    ? Screen.of("home/start/not-set-up", "")
                    : new ModelAndView("redirect:/sign-in");
        }
        if (person.get().is(Role.CANDIDATE)) {
            return new ModelAndView("redirect:/my");
        }
        return Screen.of("home/start/start", view(person.get()));
    }

    private StartView view(Person person) {
        boolean staff = person.isAny(Role.ADMINISTRATOR, Role.RECRUITER, Role.HIRING_MANAGER);
        List<Opening> all = staff ? openings.all() : List.of();
        return new StartView(
                person.name(),
                staff && all.isEmpty(),
                meetings(interviews.due()),
                meetings(interviews.mine(clock.instant().minus(RECENT)).stream()
                        .filter(interview -> interview.state() == Interview.State.SCHEDULED)
                        .toList()),
                all.stream()
                        .filter(opening -> opening.state() != Opening.State.CLOSED)
                        .toList(),
                staff);
    }

    /** The first of them; one of an application that the person was taken off is left out. */
    private List<StartView.Meeting> meetings(List<Interview> all) {
        List<Interview> first = all.stream().limit(SHOWN).toList();
        Map<UUID, Candidacy> known =
                applications.of(first.stream().map(Interview::application).collect(Collectors.toSet()));
        return first.stream()
                .flatMap(interview -> Optional.ofNullable(known.get(interview.application())).stream()
                        .map(candidacy -> meeting(interview, candidacy)))
                .toList();
    }

    private static StartView.Meeting meeting(Interview interview, Candidacy candidacy) {
        String stage = candidacy
                .plan()
                .stage(interview.stage())
                .map(one -> one.title())
                .orElse(interview.stage());
        return new StartView.Meeting(
                interview.id(),
                candidacy.candidate().name(),
                stage,
                interview.slot().startsAt());
    }
}
