package touchstone.platform.identity;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import touchstone.platform.identity.signin.Throttle;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Notice;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/** Lets people in by links that reach them by e-mail: the first password, and a new one when it was forgotten. */
@Service
public class AccountLinks {

    private static final Duration INVITATION_VALID = Duration.ofDays(7);
    private static final Duration RESET_VALID = Duration.ofHours(1);

    private final Accounts accounts;
    private final Organisations organisations;
    private final Links links;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Throttle throttle;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    AccountLinks(
            Accounts accounts,
            Organisations organisations,
            Links links,
            Passwords passwords,
            Sessions sessions,
            Throttle throttle,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.links = links;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.events = events;
    }

    /** Makes an account and sends its owner a link to set a password. */
    public Account invite(String name, String email, Set<Role> roles, ZoneId zone) {
        return requireNonNull(transactions.execute(status -> {
            Account account = accounts.create(name, email, roles, zone);
            events.publishEvent(new AccountInvited(account.id(), roles));
            send(account, Links.Kind.INVITATION);
            return account;
        }));
    }

    /**
     * Sends a link to set a password; earlier ones stop working.
     *
     * @throws Refusal when there is no such account, or it is not active
     */
    public void again(UUID id) {
        transactions.executeWithoutResult(status -> {
            Account account = active(id);
            boolean invited = passwords.without().contains(id);
            send(account, invited ? Links.Kind.INVITATION : Links.Kind.RESET);
        });
    }

    /** Sends whoever has the address a link, if anybody has it. Tells the caller nothing about that. */
    public void forgotten(String email) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        record Owner(UUID account, UUID organisation) {}
        Optional<Owner> owner = jdbc.sql("select account_id, organisation_id from identity.sign_in where email = ?")
                .param(address)
                .query((row, number) -> new Owner(
                        row.getObject("account_id", UUID.class), row.getObject("organisation_id", UUID.class)))
                .optional();
        owner.ifPresent(known -> Acting.run(Person.system(known.organisation()), () -> {
            if (accounts.find(known.account()).filter(Account::active).isPresent()) {
                again(known.account());
            }
        }));
    }

    /**
     * Whose link it is, without using it.
     *
     * @throws Refusal when the link is not good
     */
    public Account look(Links.Kind kind, String token) {
        Links.Opened opened = links.look(kind, token);
        return Acting.as(Person.system(opened.organisation()), () -> active(opened.subject()));
    }

    /**
     * Uses the link and sets the password; all sessions of the account end. A refused password leaves the link unused.
     *
     * @throws Refusal when the link is not good, or the password is not
     */
    public Account accept(Links.Kind kind, String token, String password) {
        Account account = look(kind, token);
        Acting.run(
                account.person(),
                () -> transactions.executeWithoutResult(status -> {
                    links.open(kind, token);
                    passwords.set(account, password);
                }));
        Acting.run(account.person(), () -> sessions.endAll(account.id()));
        throttle.clear("sign-in", account.email());
        return account;
    }

    private void send(Account account, Links.Kind kind) {
        boolean invitation = kind == Links.Kind.INVITATION;
        String token = links.issue(kind, Optional.of(account.id()), invitation ? INVITATION_VALID : RESET_VALID);
        String organisation = organisations.name(account.organisation());
        events.publishEvent(new Notice(
                account.email(),
                account.name(),
                invitation ? "identity.invitation" : "identity.reset",
                List.of(organisation, Acting.person().name()),
                Optional.of((invitation ? "/invitation/" : "/reset/") + token),
                Optional.empty(),
                Optional.of(account.id())));
    }

    private Account active(UUID id) {
        return accounts.find(id).filter(Account::active).orElseThrow(() -> Refusal.missing("identity.account.missing"));
    }
}
