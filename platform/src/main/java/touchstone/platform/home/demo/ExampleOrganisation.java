package touchstone.platform.home.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import touchstone.catalogue.content.Level;
import touchstone.catalogue.content.PlanStage;
import touchstone.platform.debrief.FairScoreSwitch;
import touchstone.platform.hiring.Openings;
import touchstone.platform.hiring.Plans;
import touchstone.platform.hiring.Pools;
import touchstone.platform.identity.Account;
import touchstone.platform.identity.Accounts;
import touchstone.platform.identity.Organisations;
import touchstone.platform.identity.Passwords;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Ids;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.TravellingClock;

/** Fills the example organisation on the first start with {@code --demo}, through the same doors as everybody. */
@Component
@ConditionalOnProperty("touchstone.demo")
final class ExampleOrganisation {

    /** The examples' password; they are invented people in a data folder of their own, on this machine only. */
    static final String PASSWORD = "walnut-harbour-47";

    private static final Duration PAST = Duration.ofDays(45);

    private final Organisations organisations;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Openings openings;
    private final Plans plans;
    private final Pools pools;
    private final ExampleApplications applications;
    private final FairScoreSwitch fairScores;
    private final TransactionTemplate transactions;
    private final Ids ids;
    private final InstantSource clock;

    ExampleOrganisation(
            Organisations organisations,
            Accounts accounts,
            Passwords passwords,
            Openings openings,
            Plans plans,
            Pools pools,
            ExampleApplications applications,
            FairScoreSwitch fairScores,
            TransactionTemplate transactions,
            Ids ids,
            InstantSource clock) {
        this.organisations = organisations;
        this.accounts = accounts;
        this.passwords = passwords;
        this.openings = openings;
        this.plans = plans;
        this.pools = pools;
        this.applications = applications;
        this.fairScores = fairScores;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    @EventListener
    @Order(-1)
    void fill(ApplicationReadyEvent ready) {
        if (organisations.all().isEmpty()) {
            System.out.println("Filling the example organisation (once) ...");
            Person filler = Person.system(ids.next());
            Instant start = clock.instant().minus(PAST);
            TravellingClock.at(start, () -> Acting.as(filler, () -> transactions.execute(status -> build(start))));
        }
        System.out.println("Example accounts, all with the password " + PASSWORD + ":");
        for (Cast.Colleague colleague : Cast.everybody()) {
            System.out.println("  " + colleague.email() + "  " + colleague.roles());
        }
    }

    private Troupe troupe(List<Cast.Colleague> colleagues) {
        Map<Cast.Colleague, Account> people = new LinkedHashMap<>();
        for (Cast.Colleague colleague : colleagues) {
            Account account =
                    accounts.create(colleague.name(), colleague.email(), colleague.roles(), colleague.zoneId());
            passwords.set(account, PASSWORD);
            people.put(colleague, account);
        }
        return new Troupe(people);
    }

    /** All or nothing: a start that is killed half-way leaves nothing behind. */
    private boolean build(Instant start) {
        organisations.create(Acting.organisation(), "Fernhill Search (example)");
        Troupe troupe = troupe(Cast.COLLEAGUES);
        Troupe lisbon = troupe(Cast.LISBON);
        Troupe singapore = troupe(Cast.SINGAPORE);
        pool(troupe);
        UUID manager = troupe.one(Role.HIRING_MANAGER).id();
        UUID search = open("AI engineer, document search", "Search", "ai-engineer", Level.SENIOR, manager, "full-loop");
        UUID ranking = open("ML engineer, ranking", "Ranking", "ml-engineer", Level.MID, manager, "ml-engineer-loop");
        UUID growth = openings.create("Data scientist, growth", "Growth", "data-scientist", Level.JUNIOR, manager);
        plans.startFrom(growth, "data-scientist-loop", plans.draft(growth).version());
        applications.play(Cast.FOR_SEARCH, search, troupe, start.plus(PAST));
        applications.play(Cast.FOR_RANKING, ranking, troupe, start.plus(PAST));
        UUID speech = open(
                "AI engineer, speech",
                "Speech",
                "ai-engineer",
                Level.MID,
                lisbon.one(Role.HIRING_MANAGER).id(),
                "short-loop");
        applications.play(Cast.FOR_SPEECH_IN_LISBON, speech, lisbon, start.plus(PAST));
        applications.play(Cast.FOR_SPEECH_IN_SINGAPORE, speech, singapore, start.plus(PAST));
        Acting.run(troupe.one(Role.ADMINISTRATOR).person(), () -> fairScores.turn(true));
        return true;
    }

    private UUID open(String title, String team, String role, Level level, UUID manager, String template) {
        UUID opening = openings.create(title, team, role, level, manager);
        plans.startFrom(opening, template, plans.draft(opening).version());
        plans.publish(opening, plans.draft(opening).version());
        return opening;
    }

    private void pool(Troupe troupe) {
        for (PlanStage.Pool pool : PlanStage.Pool.values()) {
            List<Account> members = troupe.pool(pool);
            for (Account member : members) {
                pools.put(pool, member.id(), Pools.Training.APPROVED, 4);
            }
        }
    }
}
