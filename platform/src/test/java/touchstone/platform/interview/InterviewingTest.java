package touchstone.platform.interview;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import touchstone.catalogue.content.Level;
import touchstone.platform.fixtures.PlatformTest;
import touchstone.platform.hiring.Applications;
import touchstone.platform.hiring.Candidates;
import touchstone.platform.hiring.Openings;
import touchstone.platform.hiring.Plans;
import touchstone.platform.identity.Account;
import touchstone.platform.identity.Passwords;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/** A test with an application under a published plan of the core pack, and interviews that have begun. */
public abstract class InterviewingTest extends PlatformTest {

    protected static final String PASSWORD = "tin whistle, blue door";

    @Autowired
    protected Openings openings;

    @Autowired
    protected Plans plans;

    @Autowired
    protected Candidates candidates;

    @Autowired
    protected Applications applications;

    @Autowired
    protected Interviews interviews;

    @Autowired
    protected Notes notes;

    @Autowired
    protected Ticks ticks;

    @Autowired
    protected Scorecards scorecards;

    @Autowired
    protected Passwords passwords;

    /** An interview of that stage of the senior and staff loop which began ten minutes ago, with this one interviewer. */
    protected UUID interview(String stage, Person interviewer) {
        return interview(stage, Map.of(interviewer.id(), Interview.Seat.Capacity.INTERVIEWER));
    }

    protected UUID interview(String stage, Map<UUID, Interview.Seat.Capacity> seats) {
        Person manager = a(Role.HIRING_MANAGER);
        UUID opening = as(manager, () -> {
            UUID made = openings.create("AI engineer, search", "Search", "ai-engineer", Level.SENIOR, manager.id());
            plans.publish(made, plans.startFrom(made, "senior-staff-loop", 1));
            return made;
        });
        return as(a(Role.RECRUITER), () -> {
            UUID candidate = candidates.add(
                    "Noor Haddad", "noor-" + UUID.randomUUID() + "@example.org", ZoneId.of("Asia/Tokyo"), "Referral");
            UUID application = applications.apply(candidate, opening);
            Interview.Slot slot = new Interview.Slot(
                    Instant.now().minus(Duration.ofMinutes(10)), 75, ZoneId.of("Europe/Berlin"), "Room 4");
            return interviews.schedule(application, stage, slot, seats);
        });
    }

    /** A new person of this test's organisation who interviews. */
    protected Person interviewer(String name) {
        organisation();
        return person(name, Role.INTERVIEWER);
    }

    /** Lets the person sign in with {@link #PASSWORD}; their address. */
    protected String signsIn(Person person) {
        return as(person, () -> {
            Account account = accounts.find(person.id()).orElseThrow();
            passwords.set(account, PASSWORD);
            return account.email();
        });
    }
}
