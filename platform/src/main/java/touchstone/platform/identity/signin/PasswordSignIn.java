package touchstone.platform.identity.signin;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Signs in by e-mail address and password. An unknown address costs the same time as a wrong password. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final String nobodysHash;

    PasswordSignIn(JdbcClient jdbc, PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.nobodysHash = String.valueOf(passwords.encode("nobody"));
    }

    private record Known(
            UUID account, UUID organisation, @Nullable String hash) {}

    @Override
    @Transactional(readOnly = true)
    public Authentication authenticate(Authentication attempt) {
        String address = attempt.getName().strip().toLowerCase(Locale.ROOT);
        String password = String.valueOf(attempt.getCredentials());
        Known known = jdbc.sql(
                        "select account_id, organisation_id, password_hash from identity.sign_in where email = ?")
                .param(address)
                .query((row, number) -> new Known(
                        row.getObject("account_id", UUID.class),
                        row.getObject("organisation_id", UUID.class),
                        row.getString("password_hash")))
                .optional()
                .orElse(null);
        String hash = known == null || known.hash() == null ? nobodysHash : known.hash();
        boolean matches = passwords.matches(password, hash);
        if (known == null || known.hash() == null || !matches) {
            throw new BadCredentialsException("no such address and password");
        }
        SignedIn principal = new SignedIn(known.account(), known.organisation(), SignedIn.Kind.ACCOUNT);
        return UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
