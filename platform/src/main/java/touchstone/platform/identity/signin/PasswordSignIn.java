package touchstone.platform.identity.signin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import touchstone.platform.identity.Passwords;
import touchstone.platform.identity.SignInThrottled;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Person;

/**
 * Signs in by e-mail address and password. An unknown address costs the same time as a wrong password, and every way to
 * fail looks the same from outside.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordSignIn.class);
    private static final int MOST_ADDRESS = 254;

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final Throttle throttle;
    private final Persons persons;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final String nobodysHash;

    PasswordSignIn(
            JdbcClient jdbc,
            PasswordEncoder passwords,
            Throttle throttle,
            Persons persons,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.throttle = throttle;
        this.persons = persons;
        this.transactions = transactions;
        this.events = events;
        this.nobodysHash = String.valueOf(passwords.encode("nobody"));
    }

    private record Known(SignedIn who, @Nullable String hash) {}

    @Override
    public Authentication authenticate(Authentication attempt) {
        String address = attempt.getName().strip().toLowerCase(Locale.ROOT);
        String password = String.valueOf(attempt.getCredentials());
        if (address.length() > MOST_ADDRESS || password.length() > Passwords.MOST) {
            throw refused();
        }
        Throttle.Try counted = throttle.count("sign-in", address, network(attempt));
        if (!counted.admitted()) {
            throw refused();
        }
        Optional<Known> known = known(address);
        boolean matches = passwords.matches(password, known.map(Known::hash).orElse(nobodysHash));
        Optional<SignedIn> right = known.filter(one -> matches && one.hash() != null)
                .map(Known::who)
                .filter(who -> persons.of(who).isPresent());
        if (right.isEmpty()) {
            if (counted.last()) {
                known.ifPresent(one -> tell(one.who(), counted));
            }
            throw refused();
        }
        throttle.succeeded(counted);
        return UsernamePasswordAuthenticationToken.authenticated(right.get(), null, List.of());
    }

    private Optional<Known> known(String address) {
        return jdbc.sql("select account_id, organisation_id, password_hash from identity.sign_in where email = ?")
                .param(address)
                .query((row, number) -> new Known(
                        new SignedIn(
                                row.getObject("account_id", UUID.class),
                                row.getObject("organisation_id", UUID.class),
                                SignedIn.Kind.ACCOUNT),
                        row.getString("password_hash")))
                .optional();
    }

    /** Apart from the request, so that a known address takes no longer than an unknown one. */
    private void tell(SignedIn who, Throttle.Try counted) {
        Thread.ofVirtual().start(() -> {
            try {
                Acting.run(
                        Person.system(who.organisation()),
                        () -> transactions.executeWithoutResult(
                                status -> events.publishEvent(new SignInThrottled(who.id(), counted.addressDigest()))));
            } catch (RuntimeException failed) {
                LOG.error("a throttled sign-in could not be recorded", failed);
            }
        });
    }

    private static String network(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }

    private static BadCredentialsException refused() {
        return new BadCredentialsException("no such address and password, or too many tries");
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
