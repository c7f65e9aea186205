package touchstone.platform.shell.database;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import touchstone.platform.fixtures.PlatformTest;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/** The wall between organisations: PostgreSQL itself shows rows of one's own organisation only. */
class WallTests extends PlatformTest {

    /**
     * Tables that are read before it is known who somebody is, or by the application for all organisations together; none
     * holds what an organisation records.
     */
    private static final List<String> OUTSIDE = List.of(
            "identity.organisation",
            "identity.sign_in",
            "identity.link",
            "identity.failed_sign_in",
            "identity.spring_session",
            "identity.spring_session_attributes",
            "shared.job");

    @Test
    void showsNoRowWhenNobodyActs() {
        Person one = a(Role.RECRUITER);
        assertThat(as(one, this::countInTransaction)).isPositive();
        assertThat(countInTransaction()).isZero();
        assertThat(count()).isZero();
    }

    @Test
    void showsNoRowOfAnotherOrganisation() {
        a(Role.RECRUITER);
        Person stranger = Person.system(UUID.randomUUID());
        assertThat(as(stranger, this::countInTransaction)).isZero();
    }

    @Test
    void takesNoRowForAnotherOrganisation() {
        Person one = a(Role.RECRUITER);
        assertThatThrownBy(() -> as(
                        one,
                        () -> transactions.execute(status -> jdbc.sql(
                                        "insert into identity.account_role (account_id, organisation_id, role) values"
                                                + " (?, ?, 'ADMINISTRATOR')")
                                .params(one.id(), UUID.randomUUID())
                                .update())))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void surroundsEveryTable() {
        List<@Nullable String> open = jdbc.sql("""
            select n.nspname || '.' || c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')
              and c.relname <> 'migration'
              and not (c.relrowsecurity and c.relforcerowsecurity)
            """).query(String.class).list();
        assertThat(open).containsExactlyInAnyOrderElementsOf(OUTSIDE);
    }

    @Test
    void worksAsARoleThatOwnsNothing() {
        assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo("touchstone_app");
        assertThat(jdbc.sql("select rolsuper or rolbypassrls from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    private long countInTransaction() {
        return requireNonNull(transactions.execute(status -> count()));
    }

    private long count() {
        return jdbc.sql("select count(*) from identity.account")
                .query(Long.class)
                .single();
    }
}
