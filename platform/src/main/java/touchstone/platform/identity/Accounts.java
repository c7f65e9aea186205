package touchstone.platform.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
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
        select a.id, a.organisation_id, a.email, a.name, a.zone, a.active, a.version,
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
        checkRoles(roles);
        Account account = new Account(
                ids.next(),
                Acting.organisation(),
                address,
                Entered.required("Name", name, MOST_NAME),
                roles,
                zone,
                true,
                1);
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

    /** Changes one's own name and zone. */
    public void rename(UUID id, String name, ZoneId zone) {
        String stripped = Entered.required("Name", name, MOST_NAME);
        jdbc.sql("""
            update identity.account set name = ?, zone = ?, version = version + 1
            where id = ? and organisation_id = ?
            """).params(stripped, zone.getId(), id, Acting.organisation()).update();
        events.publishEvent(new AccountChanged(id, stripped, zone.getId()));
    }

    /**
     * Says anew what somebody may do; it counts from their next click.
     *
     * @throws Refusal when nobody would be left who administers, or somebody else changed the account in between
     */
    public void changeRoles(UUID id, Set<Role> roles, int version) {
        checkRoles(roles);
        Account before = changing(id, version, roles.contains(Role.ADMINISTRATOR));
        jdbc.sql("delete from identity.account_role where account_id = ? and organisation_id = ?")
                .params(id, Acting.organisation())
                .update();
        giveRoles(id, roles);
        events.publishEvent(new RolesChanged(id, before.roles(), roles));
    }

    /**
     * Takes somebody's way in, or gives it back. Their sessions end at once.
     *
     * @throws Refusal when nobody would be left who administers, or somebody else changed the account in between
     */
    public void setActive(UUID id, boolean active, int version) {
        Account before = changing(id, version, active && requireRoles(id).contains(Role.ADMINISTRATOR));
        if (before.active() == active) {
            return;
        }
        ErasedAccounts.requireKept(before);
        jdbc.sql("update identity.account set active = ? where id = ? and organisation_id = ?")
                .params(active, id, Acting.organisation())
                .update();
        events.publishEvent(active ? new AccountReactivated(id) : new AccountDeactivated(id));
    }

    private Set<Role> requireRoles(UUID id) {
        return find(id).orElseThrow(() -> Refusal.missing("identity.account.missing"))
                .roles();
    }

    /** Counts the change; changes of an organisation's accounts wait for one another, so that one administrator stays. */
    private Account changing(UUID id, int version, boolean administers) {
        jdbc.sql("select 1 from identity.organisation where id = ? for update")
                .param(Acting.organisation())
                .query((row, number) -> 1)
                .list();
        Account before = find(id).orElseThrow(() -> Refusal.missing("identity.account.missing"));
        boolean others =
                with(Role.ADMINISTRATOR).stream().anyMatch(other -> !other.id().equals(id));
        if (!administers && !others) {
            throw Refusal.conflict("identity.account.last-administrator");
        }
        int changed = jdbc.sql("""
            update identity.account set version = version + 1
            where id = ? and organisation_id = ? and version = ?
            """).params(id, Acting.organisation(), version).update();
        if (changed == 0) {
            throw Refusal.conflict("identity.account.changed");
        }
        return before;
    }

    private static void checkRoles(Set<Role> roles) {
        if (roles.isEmpty() || roles.contains(Role.CANDIDATE)) {
            throw Refusal.invalid("identity.account.no-role");
        }
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
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("select id, name from identity.account where organisation_id = :organisation and id in (:wanted)")
                .param("organisation", Acting.organisation())
                .param("wanted", Set.copyOf(wanted))
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), row.getString("name"));
                });
        return names;
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
                row.getBoolean("active"),
                row.getInt("version"));
    }
}
