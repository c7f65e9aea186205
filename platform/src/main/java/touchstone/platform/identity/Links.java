package touchstone.platform.identity;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Refusal;

/**
 * Links that let somebody in who has no password: 32 random bytes that only the receiver knows. The database holds their
 * SHA-256 alone, so whoever reads it can open no link.
 */
@Service
@Transactional
public class Links {

    private static final int BYTES = 32;
    private static final int MOST_TOKEN = 100;

    /** What a link is for. */
    public enum Kind {
        /** Makes the first organisation; belongs to nobody yet. */
        SETUP(true),
        /** Lets an invited person set a password. */
        INVITATION(true),
        /** Lets a person set a new password. */
        RESET(true),
        /** Signs a candidate in, as often as they like until it expires: mail scanners open links too. */
        CANDIDATE(false);

        private final boolean once;

        Kind(boolean once) {
            this.once = once;
        }
    }

    /**
     * What an opened link leads to. A SETUP link belongs to nobody: both are {@link Person#SYSTEM}.
     *
     * @param organisation whose it is
     * @param subject the account or the candidate
     */
    public record Opened(UUID organisation, UUID subject) {}

    private record Row(Opened opened, Instant expiresAt, boolean used) {}

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Links(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Makes a link in the organisation of the person who acts, if anybody acts. Unused earlier links of the same kind and
     * subject stop working when the kind works once.
     *
     * @return the secret part of the link, which is not stored
     */
    public String issue(Kind kind, Optional<UUID> subject, Duration validity) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        if (kind.once) {
            withdraw(kind, subject);
        }
        Instant now = clock.instant();
        jdbc.sql("""
            insert into identity.link (digest, organisation_id, kind, subject, created_at, expires_at)
            values (:digest, :organisation, :kind, :subject, :now, :expires)
            """)
                .param("digest", digest(token))
                .param("organisation", Acting.maybe().map(Person::organisation).orElse(null))
                .param("kind", kind.name())
                .param("subject", subject.orElse(null))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", now.plus(validity).atOffset(ZoneOffset.UTC))
                .update();
        return token;
    }

    /** Ends the unused links of that kind to that subject. */
    public void withdraw(Kind kind, Optional<UUID> subject) {
        jdbc.sql("""
            delete from identity.link
            where kind = :kind and subject is not distinct from cast(:subject as uuid) and used_at is null
            """)
                .param("kind", kind.name())
                .param("subject", subject.orElse(null))
                .update();
    }

    /**
     * Reads a link without using it up.
     *
     * @throws Refusal missing when nobody made it, gone when it was used or has expired
     */
    @Transactional(readOnly = true)
    public Opened look(Kind kind, String token) {
        return row(kind, token, "");
    }

    /**
     * Uses a link; a link that works once works for the first of several at the same time. When the transaction does not
     * commit, it was not used.
     *
     * @throws Refusal missing when nobody made it, gone when it was used or has expired
     */
    public Opened open(Kind kind, String token) {
        Opened opened = row(kind, token, " for update");
        jdbc.sql("update identity.link set used_at = coalesce(used_at, ?) where digest = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), digest(token))
                .update();
        return opened;
    }

    private Opened row(Kind kind, String token, String lock) {
        Row row = token.length() > MOST_TOKEN
                ? null
                : jdbc.sql("select * from identity.link where digest = ? and kind = ?" + lock)
                        .params(digest(token), kind.name())
                        .query(Links::row)
                        .optional()
                        .orElse(null);
        return check(kind, row);
    }

    private Opened check(Kind kind, @Nullable Row row) {
        if (row == null) {
            throw Refusal.missing("identity.link.missing");
        }
        String suffix = "." + kind.name().toLowerCase(Locale.ROOT);
        if (row.used() && kind.once) {
            throw Refusal.gone("identity.link.used" + suffix);
        }
        if (!clock.instant().isBefore(row.expiresAt())) {
            throw Refusal.gone("identity.link.expired" + suffix);
        }
        return row.opened();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new Opened(idOrSystem(row, "organisation_id"), idOrSystem(row, "subject")),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getObject("used_at") != null);
    }

    private static UUID idOrSystem(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? Person.SYSTEM : id;
    }

    private static byte[] digest(String token) {
        return Digests.sha256(token.getBytes(StandardCharsets.UTF_8));
    }
}
