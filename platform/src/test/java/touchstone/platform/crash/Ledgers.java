package touchstone.platform.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import touchstone.platform.audit.AuditLog;
import touchstone.platform.audit.Verification;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/** Counts over everything: what was confirmed is there once, and at most the one step under way is there besides. */
final class Ledgers {

    private Ledgers() {}

    static void verify(ApplicationContext context, UUID organisation, long seed, int first) {
        long revisions = IntStream.range(0, first)
                .mapToObj(number -> Step.of(seed, number).action())
                .filter(action -> action == Step.Action.SUBMIT_ONE
                        || action == Step.Action.SUBMIT_OTHER
                        || action == Step.Action.CORRECT)
                .count();
        assertThat(count(context, organisation, "interview.scorecard_revision"))
                .as("submitted revisions")
                .isBetween(revisions, revisions + 1);
        assertThat(count(context, organisation, "audit.entry where type = 'ScorecardSubmitted'"))
                .as("audited submissions, written in the transactions that they record")
                .isEqualTo(count(context, organisation, "interview.scorecard where submitted_revision is not null"));
        Person checker = new Person(Person.SYSTEM, organisation, "Checker", Set.of(Role.ADMINISTRATOR), ZoneOffset.UTC);
        assertThat(Acting.<Verification, RuntimeException>as(
                        checker, () -> context.getBean(AuditLog.class).verify()))
                .as("the audit chain")
                .isInstanceOf(Verification.Verified.class);
    }

    private static long count(ApplicationContext context, UUID organisation, String table) {
        Long count = Acting.as(
                Person.system(organisation),
                () -> context.getBean(TransactionTemplate.class)
                        .execute(status -> context.getBean(JdbcClient.class)
                                .sql("select count(*) from " + table)
                                .query((row, number) -> row.getLong(1))
                                .single()));
        return count == null ? 0 : count;
    }
}
