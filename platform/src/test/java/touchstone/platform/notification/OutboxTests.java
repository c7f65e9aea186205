package touchstone.platform.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import touchstone.platform.fixtures.MailServer;
import touchstone.platform.fixtures.PlatformTest;
import touchstone.platform.shared.Erasure;
import touchstone.platform.shared.Notice;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/** Messages are kept with what they belong to, and handed to a real mail server. */
class OutboxTests extends PlatformTest {

    private static final Instant NOON = Instant.parse("2126-03-01T12:00:00Z");

    @Autowired
    private Outbox outbox;

    @Autowired
    private ApplicationEventPublisher events;

    private final MailServer server = new MailServer();
    private final AtomicReference<Instant> time = new AtomicReference<>(NOON);
    private final Person actor = Person.system(UUID.randomUUID());

    private record SomebodyErased(UUID entity) implements Erasure {}

    @AfterEach
    void stop() {
        server.close();
    }

    private Sender sender(int port) {
        JavaMailSenderImpl mail = new JavaMailSenderImpl();
        mail.setHost("127.0.0.1");
        mail.setPort(port);
        return new Sender(jdbc, transactions, time::get, outbox, new Sender.Mail(mail, "touchstone@example.org"));
    }

    private Notice notice(String name, Optional<Notice.Attachment> file, Optional<UUID> about) {
        return new Notice(
                "ada@example.org", name, "notification.example", List.of("Élan", 3), Optional.of("/my"), file, about);
    }

    private void publish(Object event) {
        as(actor, () -> {
            transactions.executeWithoutResult(status -> events.publishEvent(event));
            return true;
        });
    }

    private void send(Sender sender) {
        as(actor, () -> {
            sender.send();
            return true;
        });
    }

    private Message only() {
        return as(actor, () -> outbox.messages(1)).messages().getFirst();
    }

    @Test
    void handsAMessageToTheMailServer() throws Exception {
        publish(notice(
                "Ada\r\nBcc: everybody@example.org",
                Optional.of(new Notice.Attachment("a.ics", "text/calendar", "BEGIN:VCALENDAR")),
                Optional.empty()));
        send(sender(server.port()));
        send(sender(server.port()));
        assertThat(server.taken()).hasSize(1);
        MimeMessage message = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(server.taken().getFirst().getBytes(StandardCharsets.UTF_8)));
        assertThat(message.getSubject()).isEqualTo("Example for Élan");
        assertThat(message.getMessageID()).isEqualTo("<" + only().id() + "@touchstone>");
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(server.taken().getFirst()).contains("text/calendar", "a.ics").doesNotContain("text/html");
        assertThat(only().progress().state()).isEqualTo(Message.State.SENT);
    }

    @Test
    void writesAGreetingAndTheFullAddress() {
        publish(notice("Ada", Optional.empty(), Optional.empty()));
        assertThat(only().text().body())
                .get()
                .asString()
                .startsWith("Hello Ada,\n\n")
                .contains("http", "/my\n");
        assertThat(only().text().link()).get().asString().endsWith("/my");
        assertThat(only().progress().state()).isEqualTo(Message.State.WAITING);
    }

    @Test
    void keepsNothingOfWhatWasRolledBack() {
        as(actor, () -> {
            transactions.executeWithoutResult(status -> {
                events.publishEvent(notice("Ada", Optional.empty(), Optional.empty()));
                status.setRollbackOnly();
            });
            return true;
        });
        assertThat(as(actor, () -> outbox.messages(1)).messages()).isEmpty();
    }

    @Test
    void waitsLongerEachTimeAndGivesUp() {
        publish(notice("Ada", Optional.empty(), Optional.empty()));
        server.refuse(Integer.MAX_VALUE);
        Duration wait = Duration.ofMinutes(1);
        for (int attempt = 1; attempt < Sender.MOST_ATTEMPTS; attempt++) {
            send(sender(server.port()));
            Message.Progress progress = only().progress();
            assertThat(progress.attempts()).isEqualTo(attempt);
            assertThat(progress.nextAt()).contains(time.get().plus(wait));
            send(sender(server.port()));
            assertThat(only().progress().attempts()).isEqualTo(attempt);
            time.set(time.get().plus(wait));
            wait = wait.multipliedBy(2);
        }
        send(sender(server.port()));
        assertThat(only().progress().state()).isEqualTo(Message.State.GIVEN_UP);
        assertThat(only().progress().lastError()).contains("550 5.1.1 no such mailbox");
    }

    @Test
    void sendsAfterTheServerCameBack() {
        publish(notice("Ada", Optional.empty(), Optional.empty()));
        MailServer down = new MailServer();
        down.close();
        send(sender(down.port()));
        assertThat(only().progress().state()).isEqualTo(Message.State.RETRYING);
        time.set(time.get().plus(Duration.ofMinutes(2)));
        send(sender(server.port()));
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void sendsEachOnceWhenTwoProcessesSend() throws InterruptedException {
        for (int number = 0; number < 30; number++) {
            publish(notice("Ada", Optional.empty(), Optional.empty()));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int process = 0; process < 4; process++) {
                threads.execute(() -> send(sender(server.port())));
            }
        }
        assertThat(server.taken()).hasSize(30);
    }

    @Test
    void removesALinkThatLetsSomebodyInOnceItWasSent() {
        publish(new Notice(
                "ada@example.org",
                "Ada",
                "notification.example",
                List.of("x", 1),
                Optional.of("/setup/secret"),
                Optional.empty(),
                Optional.empty()));
        as(
                actor,
                () -> transactions.execute(status -> jdbc.sql(
                                "update notification.outbox set key = 'identity.link' where organisation_id = ?")
                        .param(actor.organisation())
                        .update()));
        assertThat(as(actor, () -> Outbox.readable(only()))).isFalse();
        assertThat(as(a(Role.ADMINISTRATOR), () -> Outbox.readable(only()))).isTrue();
        send(sender(server.port()));
        assertThat(only().text().body()).isEmpty();
        assertThat(only().text().link()).isEmpty();
        assertThatThrownBy(() -> as(actor, () -> {
                    outbox.sendAgain(only().id());
                    return true;
                }))
                .isInstanceOf(Refusal.class);
    }

    /** Until it was sent it may have to be passed on by hand; afterwards nobody but the candidate has it. */
    @Test
    void removesACandidatesLinkOnceItWasSent() {
        publish(new Notice(
                "ada@example.org",
                "Ada",
                "notification.example",
                List.of("x", 1),
                Optional.of("/c/secret"),
                Optional.empty(),
                Optional.empty()));
        assertThat(as(a(Role.RECRUITER), () -> Outbox.readable(only()))).isTrue();
        send(sender(server.port()));
        assertThat(only().text().body()).isEmpty();
        assertThat(only().text().link()).isEmpty();
    }

    @Test
    void sendsAgain() {
        publish(notice("Ada", Optional.empty(), Optional.empty()));
        send(sender(server.port()));
        as(actor, () -> {
            outbox.sendAgain(only().id());
            return true;
        });
        send(sender(server.port()));
        assertThat(server.taken()).hasSize(2);
    }

    @Test
    void forgetsAPersonWhoIsErased() {
        UUID candidate = UUID.randomUUID();
        publish(notice("Ada", Optional.empty(), Optional.of(candidate)));
        publish(notice("Bob", Optional.empty(), Optional.of(UUID.randomUUID())));
        publish(new SomebodyErased(candidate));
        assertThat(as(actor, () -> outbox.messages(1)).messages())
                .extracting(message -> message.to().name())
                .containsExactly("Bob");
    }
}
