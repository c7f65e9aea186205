package touchstone.platform.interview;

import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/** Who arranges interviews: recruiters, hiring managers, administrators, and the application itself. */
final class Coordination {

    private Coordination() {}

    static boolean isMine() {
        Person person = Acting.person();
        return person.id().equals(Person.SYSTEM)
                || person.isAny(Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR);
    }

    /** @throws Refusal when the person who acts arranges no interviews */
    static void require() {
        if (!isMine()) {
            throw Refusal.forbidden("interview.not-yours-to-arrange");
        }
    }
}
