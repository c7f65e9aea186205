package touchstone.platform.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.transaction.support.TransactionTemplate;
import touchstone.platform.shared.Acting;

/**
 * Hands messages to the mail server, each in a transaction of its own that holds the message's row. A process that dies
 * after the server took a message sends it again, with the same message id; no message is lost.
 *
 * <p>After a failure it waits one minute, then twice as long each time; after ten attempts it gives up.
 */
final class Sender {

    static final int MOST_ATTEMPTS = 10;

    private static final int MOST_AT_ONCE = 200;
    private static final int MOST_FAILURES = 3;
    private static final int MOST_ERROR = 400;
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final Outbox outbox;
    private final Mail mail;

    /**
     * How to send.
     *
     * @param from sender's address of every message
     */
    record Mail(JavaMailSender server, String from) {}

    private enum Result {
        SENT,
        FAILED,
        NOTHING
    }

    Sender(JdbcClient jdbc, TransactionTemplate transactions, InstantSource clock, Outbox outbox, Mail mail) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.outbox = outbox;
        this.mail = mail;
    }

    /** Sends what is due in the organisation of the person who acts; stops when the server does not take three in a row. */
    void send() {
        int failures = 0;
        for (int count = 0; count < MOST_AT_ONCE && failures < MOST_FAILURES; count++) {
            Result result = transactions.execute(status -> sendOne());
            if (result == Result.NOTHING) {
                return;
            }
            failures = result == Result.FAILED ? failures + 1 : 0;
        }
    }

    private Result sendOne() {
        Optional<Message> due = jdbc.sql("""
            select * from notification.outbox
            where organisation_id = ? and sent_at is null and body is not null and next_at <= ?
            order by next_at, id limit 1 for update skip locked
            """)
                .params(Acting.organisation(), clock.instant().atOffset(ZoneOffset.UTC))
                .query(outbox::message)
                .optional();
        if (due.isEmpty()) {
            return Result.NOTHING;
        }
        try {
            mail.server().send(mime(due.get()));
            sent(due.get());
            return Result.SENT;
        } catch (MailException failed) {
            failed(due.get(), reason(failed));
            return Result.FAILED;
        }
    }

    private void sent(Message message) {
        boolean secret = Outbox.letsIn(message);
        jdbc.sql("""
            update notification.outbox
            set sent_at = :now, attempts = attempts + 1, next_at = null, last_error = '',
                body = case when :secret then null else body end, link = case when :secret then null else link end
            where organisation_id = :organisation and id = :id
            """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("secret", secret)
                .param("organisation", Acting.organisation())
                .param("id", message.id())
                .update();
    }

    private void failed(Message message, String error) {
        int attempts = message.progress().attempts() + 1;
        Optional<Instant> next = attempts >= MOST_ATTEMPTS
                ? Optional.empty()
                : Optional.of(clock.instant().plus(FIRST_WAIT.multipliedBy(1L << (attempts - 1))));
        jdbc.sql("""
            update notification.outbox set attempts = :attempts, next_at = :next, last_error = :error
            where organisation_id = :organisation and id = :id
            """)
                .param("attempts", attempts)
                .param("next", next.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .param("error", error)
                .param("organisation", Acting.organisation())
                .param("id", message.id())
                .update();
    }

    /** What the mail server or the network said, on one line. */
    private static String reason(Throwable failed) {
        Throwable last = failed;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        String said = last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
        String line = said.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.substring(0, Math.min(MOST_ERROR, line.length()));
    }

    private MimeMessage mime(Message message) {
        MimeMessage mime = mail.server().createMimeMessage();
        try {
            mime.setHeader("Message-ID", "<" + message.id() + "@touchstone>");
            MimeMessageHelper helper =
                    new MimeMessageHelper(mime, message.text().attachment().isPresent(), StandardCharsets.UTF_8.name());
            helper.setFrom(mail.from());
            helper.setTo(
                    new InternetAddress(message.to().address(), message.to().name(), StandardCharsets.UTF_8.name()));
            helper.setSubject(message.text().subject());
            helper.setText(message.text().body().orElse(""));
            helper.setSentDate(Date.from(message.createdAt()));
            if (message.text().attachment().isPresent()) {
                var file = message.text().attachment().get();
                byte[] content = file.content().getBytes(StandardCharsets.UTF_8);
                helper.addAttachment(file.fileName(), new ByteArrayResource(content), file.mediaType());
            }
            return mime;
        } catch (MessagingException | UnsupportedEncodingException unusable) {
            throw new MailPreparationException(unusable);
        }
    }
}
