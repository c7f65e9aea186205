package touchstone.platform.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import touchstone.platform.shell.Failures;
import touchstone.platform.shell.PublicAddress;
import touchstone.platform.shell.ReturnPath;

/** Passwords, sessions and headers. Who may open which page is said at the page, with {@code Allowed}. */
@Configuration
@EnableJdbcHttpSession(tableName = "identity.spring_session", maxInactiveIntervalInSeconds = 12 * 3600)
class SecurityWiring {

    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Argon2id with the parameters that Spring Security recommends since 5.8 (16 MiB, two passes). */
    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    /** Over https the cookie's name makes browsers insist on https, on this host alone. */
    @Bean
    CookieSerializer sessionCookie(PublicAddress address) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(address.secure() ? "__Host-touchstone" : "touchstone");
        cookie.setUseSecureCookie(address.secure());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }

    /**
     * Notes at most once a minute that a session is still in use, so that most requests write nothing. Whatever else
     * changes in a session is written at once.
     */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> quietSessions() {
        return sessions -> sessions.setUpdateSessionQuery("""
            update %TABLE_NAME% s
            set session_id = n.session_id, last_access_time = n.seen, max_inactive_interval = n.most,
                expiry_time = n.expiry, principal_name = n.principal
            from (values (cast(? as char(36)), cast(? as bigint), cast(? as integer), cast(? as bigint),
                          cast(? as varchar(100)), cast(? as char(36))))
              as n (session_id, seen, most, expiry, principal, key)
            where s.primary_id = n.key
              and (s.session_id <> n.session_id or s.max_inactive_interval <> n.most
                   or s.principal_name is distinct from n.principal or n.seen - s.last_access_time >= 60000)
            """);
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, Persons persons, SessionStart start) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .formLogin(form -> form.loginPage("/sign-in")
                        .successHandler((request, response, who) -> signedIn(start, request, response, who))
                        .failureHandler((request, response, why) -> response.sendRedirect("/sign-in?failed"
                                + ReturnPath.signIn(to(request))
                                        .substring("/sign-in".length())
                                        .replace('?', '&'))))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .requestCache(cache -> cache.disable())
                .exceptionHandling(handling -> handling.accessDeniedHandler(SecurityWiring::denied))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterAfter(new ActingFilter(persons), AnonymousAuthenticationFilter.class)
                .build();
    }

    private static void signedIn(
            SessionStart start, HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        if (who.getPrincipal() instanceof SignedIn signedIn) {
            start.began(request, signedIn, "password");
        }
        response.sendRedirect(to(request).orElse("/"));
    }

    private static java.util.Optional<String> to(HttpServletRequest request) {
        return ReturnPath.checked(request.getParameter("to"));
    }

    private static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (why instanceof CsrfException) {
            request.setAttribute(Failures.CODE, "access.csrf");
        }
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
