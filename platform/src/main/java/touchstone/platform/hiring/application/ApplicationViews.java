package touchstone.platform.hiring.application;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import touchstone.catalogue.content.PlanStage;
import touchstone.catalogue.content.StageKind;
import touchstone.platform.hiring.ApplicationPanel;
import touchstone.platform.hiring.Applications;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.hiring.TakeHome;
import touchstone.platform.hiring.TakeHomes;
import touchstone.platform.hiring.application.ApplicationView.Named;
import touchstone.platform.hiring.application.ApplicationView.Past;
import touchstone.platform.hiring.application.ApplicationView.People;
import touchstone.platform.hiring.application.ApplicationView.Stop;
import touchstone.platform.hiring.application.ApplicationView.Work;
import touchstone.platform.identity.Account;
import touchstone.platform.identity.Accounts;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/** Puts together what an application's page shows. */
@Component
@Transactional(readOnly = true)
class ApplicationViews {

    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private final Applications applications;
    private final TakeHomes takeHomes;
    private final Accounts accounts;
    private final InstantSource clock;
    private final List<ApplicationPanel> panels;

    ApplicationViews(
            Applications applications,
            TakeHomes takeHomes,
            Accounts accounts,
            InstantSource clock,
            List<ApplicationPanel> panels) {
        this.applications = applications;
        this.takeHomes = takeHomes;
        this.accounts = accounts;
        this.clock = clock;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(ApplicationPanel::order))
                .toList();
    }

    ApplicationView of(UUID id) {
        Candidacy candidacy = applications.get(id);
        List<Account> everybody = accounts.all();
        return new ApplicationView(
                candidacy,
                Acting.person().isAny(Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR),
                candidacy.clock(clock.instant()),
                rail(candidacy),
                new People(
                        applications.participants(id),
                        everybody.stream()
                                .filter(Account::active)
                                .map(account -> new Named(account.id(), account.name()))
                                .toList()),
                works(candidacy),
                history(candidacy, everybody),
                panels.stream()
                        .flatMap(panel -> panel.panel(candidacy).stream())
                        .toList());
    }

    private static List<Stop> rail(Candidacy candidacy) {
        List<PlanStage> stages = candidacy.plan().plan().stages();
        int here = stages.indexOf(candidacy.stage());
        return stages.stream()
                .map(stage -> new Stop(stage, place(Integer.compare(stages.indexOf(stage), here))))
                .toList();
    }

    private static Stop.Place place(int side) {
        if (side == 0) {
            return Stop.Place.HERE;
        }
        return side < 0 ? Stop.Place.DONE : Stop.Place.AHEAD;
    }

    private List<Work> works(Candidacy candidacy) {
        List<PlanStage> stages = candidacy.plan().plan().stages().stream()
                .filter(stage -> stage.kind() == StageKind.TAKE_HOME)
                .toList();
        if (stages.isEmpty()) {
            return List.of();
        }
        List<TakeHome> known = takeHomes.of(candidacy.id());
        return stages.stream().map(stage -> work(stage, known)).toList();
    }

    private Work work(PlanStage stage, List<TakeHome> known) {
        Instant now = clock.instant();
        ZoneId zone = Acting.person().zone();
        Optional<TakeHome> sent =
                known.stream().filter(one -> one.stage().equals(stage.id())).findFirst();
        Instant due = sent.map(TakeHome::dueAt)
                .orElseGet(() -> now.plus(TakeHome.USUAL).truncatedTo(ChronoUnit.HOURS));
        return new Work(
                stage,
                sent,
                sent.filter(one -> one.isLate(now)).isPresent(),
                FIELD.format(due.atZone(zone)),
                sent.flatMap(TakeHome::handedIn)
                        .map(back -> FIELD.format(back.at().atZone(zone)))
                        .orElse(""));
    }

    private List<Past> history(Candidacy candidacy, List<Account> everybody) {
        Map<UUID, String> names = new HashMap<>();
        everybody.forEach(account -> names.put(account.id(), account.name()));
        names.put(candidacy.candidate().id(), candidacy.candidate().name());
        names.put(Person.SYSTEM, "Touchstone");
        return applications.history(candidacy.id()).reversed().stream()
                .map(step -> new Past(
                        step,
                        step.from().map(from -> title(candidacy, from)).orElse(""),
                        title(candidacy, step.to()),
                        names.getOrDefault(step.by(), "?")))
                .toList();
    }

    private static String title(Candidacy candidacy, String stage) {
        return candidacy.plan().stage(stage).map(PlanStage::title).orElse(stage);
    }
}
