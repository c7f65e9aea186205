package touchstone.platform.identity;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Refusal;

/** Passwords of accounts: length and being hard to guess, no rules about kinds of characters (NIST SP 800-63B). */
@Service
@Transactional
public class Passwords {

    /** Fewest and most characters. */
    public static final int FEWEST = 12;

    public static final int MOST = 200;

    private static final int FEWEST_OWN = 8;
    private static final int FEWEST_DIFFERENT = 5;

    /** Words that guessers try first; what is left of a password without them must be long enough by itself. */
    private static final List<String> OBVIOUS = List.of(
            "touchstone",
            "password",
            "passwort",
            "administrator",
            "admin",
            "letmein",
            "welcome",
            "willkommen",
            "qwertyuiop",
            "qwerty",
            "qwertz",
            "asdfghjkl",
            "asdfgh",
            "zxcvbnm",
            "iloveyou",
            "changeme",
            "secret",
            "dragon",
            "monkey",
            "football",
            "baseball",
            "superman",
            "trustno1",
            "sunshine",
            "princess",
            "1234567890",
            "0123456789",
            "123456789",
            "12345678",
            "1234567",
            "123456",
            "12345",
            "1234",
            "654321",
            "987654321",
            "abcdefgh",
            "abcdef",
            "abc",
            "2024",
            "2025",
            "2026",
            "interview",
            "company",
            "geheim",
            "hallo",
            "hello",
            "test");

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final ApplicationEventPublisher events;

    Passwords(JdbcClient jdbc, PasswordEncoder encoder, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.events = events;
    }

    /**
     * Gives an account of the organisation of the person who acts a password.
     *
     * @throws Refusal when the password is too short, too long or easy to guess
     */
    public void set(Account account, String password) {
        check(password, account.name(), account.email());
        jdbc.sql("update identity.sign_in set password_hash = ? where account_id = ? and organisation_id = ?")
                .params(encoder.encode(password), account.id(), Acting.organisation())
                .update();
        events.publishEvent(new PasswordChanged(account.id()));
    }

    /** Whether this is the password of the account. */
    @Transactional(readOnly = true)
    public boolean matches(UUID account, String password) {
        return jdbc
                .sql("select password_hash from identity.sign_in where account_id = ? and organisation_id = ?")
                .params(account, Acting.organisation())
                .query((row, number) -> row.getString("password_hash"))
                .stream()
                .anyMatch(hash -> hash != null && password.length() <= MOST && encoder.matches(password, hash));
    }

    /** The accounts of the organisation that have no password yet: invited, and not here so far. */
    @Transactional(readOnly = true)
    public List<UUID> without() {
        return jdbc.sql("select account_id from identity.sign_in where organisation_id = ? and password_hash is null")
                .param(Acting.organisation())
                .query((row, number) -> row.getObject("account_id", UUID.class))
                .list();
    }

    static void check(String password, String name, String email) {
        if (password.length() < FEWEST) {
            throw Refusal.invalid("identity.password.too-short", FEWEST);
        }
        if (password.length() > MOST) {
            throw Refusal.invalid("identity.password.too-long", MOST);
        }
        if (obvious(plain(password), plain(name), plain(email))) {
            throw Refusal.invalid("identity.password.obvious");
        }
    }

    private static boolean obvious(String password, String name, String email) {
        Stream<String> own =
                Arrays.stream((name + " " + email).split("[^\\p{L}\\p{N}]+")).filter(word -> word.length() > 2);
        String left = password;
        for (String word : Stream.concat(own, OBVIOUS.stream()).toList()) {
            left = left.replace(word, "");
        }
        return left.length() < FEWEST_OWN || password.chars().distinct().count() < FEWEST_DIFFERENT;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
