package touchstone.platform.notification;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Erasure;
import touchstone.platform.shared.Ids;
import touchstone.platform.shared.Notice;
import touchstone.platform.shell.PublicAddress;

/**
 * Puts what people should be told into the outbox, in the transaction in which it is published, as a plain text with a
 * greeting and the full address of the page that it leads to.
 */
@Component
final class Postbox {

    private static final int MOST_SUBJECT = 200;
    private static final int MOST_BODY = 50_000;
    private static final int MOST_ATTACHMENT = 100_000;

    private final JdbcClient jdbc;
    private final MessageSource texts;
    private final PublicAddress address;
    private final JsonMapper json;
    private final Fresh fresh;

    /** Where a new message gets its id and its time. */
    @Component
    record Fresh(Ids ids, InstantSource clock) {}

    Postbox(JdbcClient jdbc, MessageSource texts, PublicAddress address, JsonMapper json, Fresh fresh) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.address = address;
        this.json = json;
        this.fresh = fresh;
    }

    @EventListener
    void take(Notice notice) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a notice was published outside a transaction: " + notice.key());
        }
        Optional<String> link = notice.path().map(address::of);
        var now = fresh.clock().instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
            insert into notification.outbox
              (id, organisation_id, recipient, name, key, subject, body, link, attachment, about, created_at, next_at)
            values (:id, :organisation, :recipient, :name, :key, :subject, :body, :link,
              cast(:attachment as jsonb), :about, :now, :now)
            """)
                .param("id", fresh.ids().next())
                .param("organisation", Acting.organisation())
                .param("recipient", oneLine(notice.email()))
                .param("name", oneLine(notice.name()))
                .param("key", notice.key())
                .param("subject", subject(notice))
                .param("body", body(notice, link))
                .param("link", link.orElse(null))
                .param("attachment", attachment(notice).orElse(null))
                .param("about", notice.about().orElse(null))
                .param("now", now)
                .update();
    }

    /** What was said to or about somebody who is erased is erased too, sent or not. */
    @EventListener
    void erase(Erasure erasure) {
        jdbc.sql("delete from notification.outbox where organisation_id = ? and about = ?")
                .params(Acting.organisation(), erasure.person())
                .update();
    }

    private String subject(Notice notice) {
        String subject = oneLine(text(notice, "subject"));
        return subject.length() <= MOST_SUBJECT ? subject : subject.substring(0, MOST_SUBJECT - 1) + "…";
    }

    private String body(Notice notice, Optional<String> link) {
        StringBuilder body = new StringBuilder(text("notification.greeting", oneLine(notice.name())))
                .append("\n\n")
                .append(text(notice, "body").strip());
        link.ifPresent(full -> body.append("\n\n").append(full));
        body.append("\n\n").append(text("notification.farewell"));
        if (body.length() > MOST_BODY) {
            throw new IllegalArgumentException("the text of a message is too long: " + notice.key());
        }
        return body.toString();
    }

    private Optional<String> attachment(Notice notice) {
        notice.attachment()
                .filter(file -> file.content().length() > MOST_ATTACHMENT)
                .ifPresent(file -> {
                    throw new IllegalArgumentException("the file of a message is too long: " + notice.key());
                });
        return notice.attachment().map(json::writeValueAsString);
    }

    private String text(Notice notice, String part) {
        return text(notice.key() + "." + part, notice.arguments().toArray());
    }

    private String text(String key, Object... arguments) {
        return texts.getMessage(key, arguments, Locale.ENGLISH);
    }

    /** Nothing that a person entered begins another line of a message's head. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
