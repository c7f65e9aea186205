package touchstone.platform.identity.setup;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import touchstone.platform.identity.Account;
import touchstone.platform.identity.Accounts;
import touchstone.platform.identity.Links;
import touchstone.platform.identity.Organisations;
import touchstone.platform.identity.Passwords;
import touchstone.platform.identity.Zones;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Ids;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/** Makes the organisation and its first administrator, once. */
@Service
class FirstOrganisation {

    /** What was entered. */
    record Form(
            @Nullable String organisation,
            @Nullable String name,
            @Nullable String email,
            @Nullable String password,
            @Nullable String zone,
            @Nullable Set<Role> roles) {}

    private final Links links;
    private final Organisations organisations;
    private final Accounts accounts;
    private final Passwords passwords;
    private final TransactionTemplate transactions;
    private final Ids ids;

    FirstOrganisation(
            Links links,
            Organisations organisations,
            Accounts accounts,
            Passwords passwords,
            TransactionTemplate transactions,
            Ids ids) {
        this.links = links;
        this.organisations = organisations;
        this.accounts = accounts;
        this.passwords = passwords;
        this.transactions = transactions;
        this.ids = ids;
    }

    /**
     * Uses the link up, unless something that was entered is refused.
     *
     * @throws Refusal when the link is not good, or what was entered is not
     */
    Account make(String token, Form form) {
        Person system = Person.system(ids.next());
        return Acting.as(system, () -> requireNonNull(transactions.execute(status -> inside(system, token, form))));
    }

    private Account inside(Person system, String token, Form form) {
        links.open(Links.Kind.SETUP, token);
        if (!organisations.all().isEmpty()) {
            throw Refusal.gone("identity.setup.done");
        }
        organisations.create(system.organisation(), text(form.organisation()));
        Set<Role> roles = EnumSet.of(Role.ADMINISTRATOR);
        roles.addAll(form.roles() == null ? Set.of() : form.roles());
        Account account = accounts.create(text(form.name()), text(form.email()), roles, Zones.of(form.zone()));
        passwords.set(account, text(form.password()));
        return account;
    }

    private static String text(@Nullable String entered) {
        return entered == null ? "" : entered;
    }
}
