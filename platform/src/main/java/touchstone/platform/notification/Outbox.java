package touchstone.platform.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Notice;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/**
 * Messages of the organisation of the person who acts: an administrator, a recruiter, or the application itself.
 *
 * <p>Messages with a link that signs somebody in or sets their password are shown to administrators alone; otherwise a
 * recruiter could become one. Once such a message was sent, its text is removed; so is that of a message with a candidate's
 * link, which until then somebody may have to pass on by hand.
 */
@Service
@Transactional
public class Outbox {

    /** Messages on one page. */
    public static final int PAGE = 50;

    /** How the keys of messages begin that let somebody in. */
    static final String SECRET = "identity.";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Outbox(JdbcClient jdbc, JsonMapper json, InstantSource clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A page of messages, newest first.
     *
     * @param number from 1
     * @param more whether older ones follow
     */
    public record Page(List<Message> messages, int number, boolean more) {}

    /** Messages, newest first. */
    @Transactional(readOnly = true)
    public Page messages(int number) {
        requireStaff();
        int page = Math.clamp(number, 1, 10_000);
        List<Message> found = jdbc.sql("""
            select * from notification.outbox where organisation_id = ?
            order by created_at desc, id desc limit ? offset ?
            """)
                .params(Acting.organisation(), PAGE + 1, (page - 1) * PAGE)
                .query(this::message)
                .list();
        return new Page(List.copyOf(found.subList(0, Math.min(PAGE, found.size()))), page, found.size() > PAGE);
    }

    /** Whether the text of a message may be read by the person who acts. */
    public static boolean readable(Message message) {
        Person person = Acting.person();
        return !message.text().key().startsWith(SECRET) || person.is(Role.ADMINISTRATOR);
    }

    /** Whether whoever reads the message could act as its receiver. */
    static boolean letsIn(Message message) {
        return message.text().key().startsWith(SECRET)
                || message.text()
                        .link()
                        .filter(link -> link.matches(".*/c/[^/]+"))
                        .isPresent();
    }

    /** @throws Refusal when there is none */
    @Transactional(readOnly = true)
    public Message get(UUID id) {
        requireStaff();
        return jdbc.sql("select * from notification.outbox where organisation_id = ? and id = ?")
                .params(Acting.organisation(), id)
                .query(this::message)
                .optional()
                .orElseThrow(() -> Refusal.missing("notification.message.missing"));
    }

    /**
     * Has a message sent once more, from the first attempt on.
     *
     * @throws Refusal when its text was removed
     */
    public void sendAgain(UUID id) {
        Message message = get(id);
        if (message.text().body().isEmpty()) {
            throw Refusal.gone("notification.message.removed");
        }
        if (!readable(message)) {
            throw Refusal.forbidden("notification.message.secret");
        }
        jdbc.sql("""
            update notification.outbox set sent_at = null, attempts = 0, next_at = ?, last_error = ''
            where organisation_id = ? and id = ?
            """)
                .params(clock.instant().atOffset(ZoneOffset.UTC), Acting.organisation(), id)
                .update();
        events.publishEvent(new MessageSentAgain(id));
    }

    private static void requireStaff() {
        Person person = Acting.person();
        if (!person.isAny(Role.ADMINISTRATOR, Role.RECRUITER) && !person.id().equals(Person.SYSTEM)) {
            throw Refusal.forbidden("access.forbidden");
        }
    }

    Message message(ResultSet row, int number) throws SQLException {
        @Nullable String attachment = row.getString("attachment");
        return new Message(
                row.getObject("id", UUID.class),
                new Message.To(row.getString("recipient"), row.getString("name")),
                new Message.Text(
                        row.getString("key"),
                        row.getString("subject"),
                        Optional.ofNullable(row.getString("body")),
                        Optional.ofNullable(row.getString("link")),
                        Optional.ofNullable(attachment).map(one -> json.readValue(one, Notice.Attachment.class))),
                new Message.Progress(
                        instant(row, "sent_at"),
                        row.getInt("attempts"),
                        instant(row, "next_at"),
                        row.getString("last_error")),
                instant(row, "created_at").orElseThrow());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
