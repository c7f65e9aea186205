package touchstone.platform.audit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/** The audit log keeps what happened in one chain for each organisation. */
class AuditLogTests extends AuditFixture {

    private static final int WRITERS = 20;
    private static final int EACH = 20;

    @Test
    void formsOneChainOfConcurrentWriters() throws InterruptedException, ExecutionException {
        Person actor = somewhere();
        UUID somebody = UUID.randomUUID();
        Callable<Boolean> writer = () -> {
            for (int number = 0; number < EACH; number++) {
                happens(actor, said(number % 2 == 0 ? somebody : UUID.randomUUID(), "number " + number));
            }
            return true;
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> done : threads.invokeAll(java.util.Collections.nCopies(WRITERS, writer))) {
                done.get();
            }
        }
        assertThat(verify(actor)).isInstanceOfSatisfying(Verification.Verified.class, verified -> {
            assertThat(verified.count()).isEqualTo(WRITERS * EACH);
            assertThat(verified.head()).isEqualTo(as(actor, log::head));
        });
    }

    @Test
    void writesNothingOfWhatWasRolledBack() {
        Person actor = somewhere();
        happens(actor, said(UUID.randomUUID(), "stays"));
        as(actor, () -> {
            transactions.executeWithoutResult(status -> {
                events.publishEvent(said(UUID.randomUUID(), "goes"));
                status.setRollbackOnly();
            });
            return true;
        });
        happens(actor, said(UUID.randomUUID(), "stays too"));
        assertThat(count(actor, "audit.entry")).isEqualTo(2);
        assertThat(verify(actor)).isInstanceOf(Verification.Verified.class);
    }

    @Test
    void refusesWhatHappensOutsideATransaction() {
        assertThatThrownBy(() -> as(somewhere(), () -> {
                    events.publishEvent(said(UUID.randomUUID(), "unsafe"));
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsTheChainsOfOrganisationsApart() {
        Person one = somewhere();
        Person other = somewhere();
        happens(one, said(UUID.randomUUID(), "here"));
        happens(other, said(UUID.randomUUID(), "there"), said(UUID.randomUUID(), "there again"));
        assertThat(as(one, log::head).seq()).isEqualTo(1);
        assertThat(as(other, log::head).seq()).isEqualTo(2);
    }

    @Test
    void namesNobodyWhereItCannotBeErased() {
        Person administrator = a(Role.ADMINISTRATOR);
        happens(administrator, said(UUID.randomUUID(), "Zebulon Quist was late"));
        String chain = dump(administrator, "audit.entry") + dump(administrator, "audit.head");
        assertThat(chain).contains("AccountCreated").doesNotContain("Zebulon", "example.org", "administrator");
        assertThat(dump(administrator, "audit.payload")).doesNotContain("Zebulon");
    }

    private String dump(Person actor, String table) {
        List<String> rows = requireNonNull(as(
                actor,
                () -> transactions.execute(status -> jdbc.sql("select t::text from " + table + " t")
                        .query((row, number) -> row.getString(1))
                        .list())));
        return String.join("\n", rows);
    }

    @Test
    void isNotChangedByTheApplication() {
        Person actor = somewhere();
        happens(actor, said(UUID.randomUUID(), "stays"));
        assertThatThrownBy(() -> as(
                        actor,
                        () -> transactions.execute(
                                status -> jdbc.sql("delete from audit.entry").update())))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void forgetsAPersonAndStaysWhole() {
        Person actor = somewhere();
        UUID person = UUID.randomUUID();
        happens(actor, said(person, "a"), said(UUID.randomUUID(), "b"), said(person, "c"));
        as(actor, () -> {
            log.erase(person, "asked for it by letter");
            return true;
        });
        assertThat(as(actor, () -> log.person(person)))
                .isEqualTo(new AuditLog.PersonSummary(2, true, Optional.empty()));
        assertThat(verify(actor))
                .isInstanceOfSatisfying(
                        Verification.Verified.class,
                        verified -> assertThat(verified.count()).isEqualTo(4));
        assertThat(count(actor, "audit.payload where salt is null and ciphertext is null"))
                .isEqualTo(2);
        assertThat(count(actor, "audit.person_key where wrapped is null")).isEqualTo(1);
        assertThatThrownBy(() -> as(actor, () -> {
                    log.erase(person, "asked for it twice");
                    return true;
                }))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("audit.person.erased-already"));
    }

    @Test
    void keepsNothingOfSomebodyWhoWasErased() {
        Person actor = somewhere();
        UUID person = UUID.randomUUID();
        happens(actor, said(person, "before"), new StrangerErased(person), said(person, "after"));
        happens(actor, said(person, "long after"), said(UUID.randomUUID(), "somebody else"));
        assertThat(count(actor, "audit.payload where ciphertext is null")).isEqualTo(3);
        assertThat(count(actor, "audit.payload where ciphertext is not null")).isEqualTo(2);
        assertThat(verify(actor)).isInstanceOf(Verification.Verified.class);
    }

    @Test
    void doesNotEraseAnAccountInUse() {
        Person used = a(Role.RECRUITER);
        assertThatThrownBy(() -> as(a(Role.ADMINISTRATOR), () -> {
                    log.erase(used.id(), "not wanted any more");
                    return true;
                }))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("audit.person.active"));
    }

    @Test
    void showsNewestFirstAPageAtATime() {
        Person actor = somewhere();
        happens(
                actor,
                IntStream.range(0, AuditLog.PAGE + 5)
                        .mapToObj(number -> said(UUID.randomUUID(), "n" + number))
                        .toArray(Said[]::new));
        AuditLog.Page first = as(actor, () -> log.entries(AuditLog.Filter.none()));
        assertThat(first.entries()).hasSize(AuditLog.PAGE).first().returns(AuditLog.PAGE + 5L, Entry::seq);
        assertThat(first.more()).isTrue();
        AuditLog.Page second = as(
                actor,
                () -> log.entries(new AuditLog.Filter(
                        Optional.of("Said"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(first.entries().getLast().seq()))));
        assertThat(second.entries()).hasSize(5).last().returns(1L, Entry::seq);
        assertThat(second.more()).isFalse();
        assertThat(as(actor, log::types)).containsExactly("Said");
    }

    @Test
    void verifiesTenThousandEntries() {
        Person actor = somewhere();
        UUID person = UUID.randomUUID();
        for (int hundred = 0; hundred < 100; hundred++) {
            happens(
                    actor,
                    IntStream.range(0, 100)
                            .mapToObj(number -> said(person, "x".repeat(500)))
                            .toArray(Said[]::new));
        }
        long start = System.nanoTime();
        assertThat(verify(actor)).isInstanceOf(Verification.Verified.class);
        System.out.println("10,000 entries verified in " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }

    @Test
    void opensToAdministratorsAlone() {
        for (Role role : List.of(Role.RECRUITER, Role.HIRING_MANAGER, Role.INTERVIEWER, Role.BAR_RAISER)) {
            assertThatThrownBy(() -> as(a(role), log::verify)).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> as(a(role), () -> log.entries(AuditLog.Filter.none())))
                    .isInstanceOf(Refusal.class);
        }
    }
}
