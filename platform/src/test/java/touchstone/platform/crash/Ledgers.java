package touchstone.platform.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Person;

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
