package touchstone.platform.crash;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import touchstone.catalogue.content.Level;
import touchstone.platform.hiring.Openings;
import touchstone.platform.hiring.Plans;
import touchstone.platform.identity.Account;
import touchstone.platform.identity.Accounts;
import touchstone.platform.identity.Organisations;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Ids;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/** Sets the stage on the first start, in one transaction, and finds it again on the next. */
final class Stage {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private Stage() {}

    static Workflow set(ApplicationContext context) {
        List<UUID> organisations = context.getBean(Organisations.class).all();
        Person filler = Person.system(
                organisations.isEmpty() ? context.getBean(Ids.class).next() : organisations.getFirst());
        if (organisations.isEmpty()) {
            Acting.run(
                    filler,
                    () -> context.getBean(TransactionTemplate.class)
                            .executeWithoutResult(status -> build(context, filler.organisation())));
        }
        return Acting.as(filler, () -> {
            List<Account> interviewers = Workflow.interviewers(context.getBean(Accounts.class));
            UUID opening = context.getBean(Openings.class).all().getFirst().id();
            return new Workflow(context, filler.organisation(), opening, interviewers);
        });
    }

    private static void build(ApplicationContext context, UUID organisation) {
        context.getBean(Organisations.class).create(organisation, "Crash test");
        Accounts accounts = context.getBean(Accounts.class);
        Account manager = accounts.create("Manager", "manager@example.org", Set.of(Role.HIRING_MANAGER), ZONE);
        for (int number = 0; number < 2; number++) {
            accounts.create(
                    "Interviewer " + number, "interviewer-" + number + "@example.org", Set.of(Role.INTERVIEWER), ZONE);
        }
        Openings openings = context.getBean(Openings.class);
        Plans plans = context.getBean(Plans.class);
        UUID opening = openings.create("AI engineer", "Search", "ai-engineer", Level.MID, manager.id());
        plans.publish(opening, plans.startFrom(opening, "full-loop", 1));
    }
}
