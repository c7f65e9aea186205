package touchstone.platform.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Entered;
import touchstone.platform.shared.Ids;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/** The accounts of the organisation of the person who acts. */
@Service
@Transactional
public class Accounts {

    private static final int MOST_NAME = 200;
    private static final int MOST_EMAIL = 254;
    private static final String SELECT = """
        select a.id, a.organisation_id, a.email, a.name, a.zone, a.active,
               (select array_agg(r.role) from identity.account_role r where r.account_id = a.id) as roles
        from identity.account a
        where a.organisation_id = :organisation
        """;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Accounts(JdbcClient jdbc, Ids ids, InstantSource clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Makes an account that cannot sign in yet: it has no password until its owner sets one.
     *
     * @throws Refusal when the address is taken or no address
     */
    public Account create(String name, String email, Set<Role> roles, ZoneId zone) {
        String address = Entered.required("E-mail", email, MOST_EMAIL).toLowerCase(Locale.ROOT);
        if (!address.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+|[^@\\s]+@localhost")) {
            throw Refusal.invalid("identity.account.no-address");
        }
        if (roles.isEmpty() || roles.contains(Role.CANDIDATE)) {
            throw Refusal.invalid("identity.account.no-role");
        }
        Account account = new Account(
                ids.next(),
                Acting.organisation(),
                address,
                Entered.required("Name", name, MOST_NAME),
                roles,
                zone,
                true);
        try {
            jdbc.sql("""
                insert into identity.account (id, organisation_id, email, name, zone, created_at)
                values (?, ?, ?, ?, ?, ?)
                """)
                    .params(
                            account.id(),
                            account.organisation(),
                            address,
                            account.name(),
                            zone.getId(),
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            jdbc.sql("insert into identity.sign_in (email, account_id, organisation_id) values (?, ?, ?)")
                    .params(address, account.id(), account.organisation())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw Refusal.conflict("identity.account.address-taken");
        }
        giveRoles(account.id(), roles);
        events.publishEvent(new AccountCreated(account.id(), account.name(), address, roles));
        return account;
    }

    private void giveRoles(UUID account, Set<Role> roles) {
        for (Role role : roles) {
            jdbc.sql("insert into identity.account_role (account_id, organisation_id, role) values (?, ?, ?)")
                    .params(account, Acting.organisation(), role.name())
                    .update();
        }
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(UUID id) {
        return jdbc.sql(SELECT + "and a.id = :id")
                .param("organisation", Acting.organisation())
                .param("id", id)
                .query(Accounts::account)
                .optional();
    }

    /** Everybody, by name. */
    @Transactional(readOnly = true)
    public List<Account> all() {
        return jdbc.sql(SELECT + "order by a.name, a.id")
                .param("organisation", Acting.organisation())
                .query(Accounts::account)
                .list();
    }

    /** Active accounts that hold any of the roles, by name. */
    public List<Account> with(Role... roles) {
        return all().stream()
                .filter(Account::active)
                .filter(account -> account.person().isAny(roles))
                .toList();
    }

    /** Names of accounts, for showing; an id that is not known is left out. */
    @Transactional(readOnly = true)
    public Map<UUID, String> names(Collection<UUID> wanted) {
        return all().stream()
                .filter(account -> wanted.contains(account.id()))
                .collect(Collectors.toMap(Account::id, Account::name));
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        String[] roles = row.getArray("roles") == null
                ? new String[0]
                : (String[]) row.getArray("roles").getArray();
        return new Account(
                row.getObject("id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                Arrays.stream(roles).map(Role::valueOf).collect(Collectors.toUnmodifiableSet()),
                ZoneId.of(row.getString("zone")),
                row.getBoolean("active"));
    }
}
