package touchstone.platform.hiring;

import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/** Who may see and change which applications. */
final class Rights {

    private Rights() {}

    /** Those who work on every application of the organisation, and the application itself. */
    static boolean isStaff() {
        Person person = Acting.person();
        return person.id().equals(Person.SYSTEM)
                || person.isAny(Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR);
    }

    /** @throws Refusal when the person who acts only takes part, or is a candidate */
    static void requireStaff() {
        if (!isStaff()) {
            throw Refusal.forbidden("hiring.application.not-yours-to-change");
        }
    }

    static boolean isCandidate() {
        return Acting.person().is(Role.CANDIDATE);
    }

    /** Condition on {@code hiring.application a} that the person who acts may see it; takes {@code :person}. */
    static String seesApplication() {
        if (isStaff()) {
            return "true";
        }
        return isCandidate() ? "a.candidate_id = :person" : """
            exists (select from hiring.participant p where p.application_id = a.id and p.account_id = :person)
            """;
    }

    /** Condition on {@code hiring.candidate c} that the person who acts may see it; takes {@code :person}. */
    static String seesCandidate() {
        if (isStaff()) {
            return "true";
        }
        return isCandidate() ? "c.id = :person" : """
            exists (select from hiring.participant p join hiring.application a on a.id = p.application_id
                    where a.candidate_id = c.id and p.account_id = :person)
            """;
    }
}
