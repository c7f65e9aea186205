package touchstone.platform.identity.people;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import touchstone.platform.identity.Account;
import touchstone.platform.identity.AccountLinks;
import touchstone.platform.identity.Accounts;
import touchstone.platform.identity.Passwords;
import touchstone.platform.identity.Sessions;
import touchstone.platform.identity.Zones;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.NavigationEntry;
import touchstone.platform.shell.Screen;

@Controller
class PeopleController {

    private static final int ORDER = 80;

    /** An invitation as it was entered. */
    record Invitation(
            @Nullable String name,
            @Nullable String email,
            @Nullable Set<Role> roles,
            @Nullable String zone) {}

    private final Accounts accounts;
    private final AccountLinks links;
    private final Passwords passwords;
    private final Sessions sessions;

    PeopleController(Accounts accounts, AccountLinks links, Passwords passwords, Sessions sessions) {
        this.accounts = accounts;
        this.links = links;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    @Bean
    static NavigationEntry people() {
        return new NavigationEntry(ORDER, "/people", "identity.people.title", Set.of(Role.ADMINISTRATOR));
    }

    @GetMapping("/people")
    @Allowed(Role.ADMINISTRATOR)
    ModelAndView page() {
        Set<UUID> invited = new HashSet<>(passwords.without());
        return Screen.of(
                "identity/people/people",
                new PeopleView(
                        accounts.all().stream()
                                .map(account -> new PeopleView.One(account, state(account, invited)))
                                .toList(),
                        Acting.person().zone().getId()));
    }

    @PostMapping("/people")
    @Allowed(Role.ADMINISTRATOR)
    String invite(@ModelAttribute Invitation form, RedirectAttributes redirect) {
        Account account = links.invite(
                Objects.requireNonNullElse(form.name(), ""),
                Objects.requireNonNullElse(form.email(), ""),
                form.roles() == null ? Set.of() : form.roles(),
                Zones.of(form.zone()));
        return Screen.said(redirect, "/people", "identity.people.invited", account.name(), account.email());
    }

    @GetMapping("/people/{id}")
    @Allowed(Role.ADMINISTRATOR)
    ModelAndView one(@PathVariable UUID id) {
        Account account = require(id);
        return Screen.of(
                "identity/people/person",
                new PersonView(
                        account,
                        state(account, Set.copyOf(passwords.without())),
                        id.equals(Acting.person().id())));
    }

    @PostMapping("/people/{id}/roles")
    @Allowed(Role.ADMINISTRATOR)
    String roles(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Set<Role> roles,
            @RequestParam int version,
            RedirectAttributes redirect) {
        Account account = require(id);
        Set<Role> wanted = EnumSet.noneOf(Role.class);
        wanted.addAll(roles == null ? Set.of() : roles);
        accounts.changeRoles(id, wanted, version);
        boolean stillMine = !id.equals(Acting.person().id()) || wanted.contains(Role.ADMINISTRATOR);
        return Screen.said(redirect, stillMine ? "/people" : "/account", "identity.people.changed", account.name());
    }

    @PostMapping("/people/{id}/active")
    @Allowed(Role.ADMINISTRATOR)
    String active(
            @PathVariable UUID id,
            @RequestParam boolean active,
            @RequestParam int version,
            RedirectAttributes redirect) {
        Account account = require(id);
        accounts.setActive(id, active, version);
        if (!active) {
            sessions.endAll(id);
        }
        String said = active ? "identity.people.reactivated" : "identity.people.deactivated";
        return Screen.said(redirect, "/people", said, account.name());
    }

    @PostMapping("/people/{id}/link")
    @Allowed(Role.ADMINISTRATOR)
    String link(@PathVariable UUID id, RedirectAttributes redirect) {
        Account account = require(id);
        links.again(id);
        return Screen.said(redirect, "/people", "identity.people.invited", account.name(), account.email());
    }

    private Account require(UUID id) {
        return accounts.find(id).orElseThrow(() -> Refusal.missing("identity.account.missing"));
    }

    private static PeopleView.State state(Account account, Set<UUID> invited) {
        if (!account.active()) {
            return PeopleView.State.INACTIVE;
        }
        return invited.contains(account.id()) ? PeopleView.State.INVITED : PeopleView.State.ACTIVE;
    }
}
