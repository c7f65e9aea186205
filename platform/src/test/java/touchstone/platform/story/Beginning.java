package touchstone.platform.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import java.util.Set;
import touchstone.platform.shared.Role;

/** The first start: an organisation, and invitations to everybody. */
record Beginning(Started started, Company company) {

    void play() {
        found();
        Map<Actor, Set<Role>> roles = Map.of(
                company.recruiter(), Set.of(Role.RECRUITER),
                company.manager(), Set.of(Role.HIRING_MANAGER),
                company.first(), Set.of(Role.INTERVIEWER),
                company.second(), Set.of(Role.INTERVIEWER),
                company.barRaiser(), Set.of(Role.BAR_RAISER));
        company.administrator().visit("/people", "people-alone");
        roles.forEach(this::invite);
        company.administrator().look("people-invited");
        company.administrator().visit("/outbox", "outbox");
        roles.keySet().forEach(this::accept);
        company.administrator().visit("/people", "people");
        company.administrator().visit("/account", "account");
    }

    private void found() {
        Actor ada = company.administrator();
        ada.visit(started.setup(), "setup");
        ada.fill("organisation", "Fernhill Search");
        ada.fill("name", ada.name);
        ada.fill("email", ada.email);
        ada.fill("password", ada.password());
        ada.choose("zone", "Europe/Berlin");
        ada.main("input[value=RECRUITER]").uncheck();
        ada.main("input[value=HIRING_MANAGER]").uncheck();
        ada.send(started.setup());
        ada.page().waitForURL("**/");
        ada.look("home-administrator");
    }

    private void invite(Actor actor, Set<Role> roles) {
        Actor ada = company.administrator();
        ada.fill("name", actor.name);
        ada.fill("email", actor.email);
        for (Role role : Role.values()) {
            if (role != Role.CANDIDATE) {
                ada.main("form[action='/people'] input[value=" + role.name() + "]")
                        .setChecked(roles.contains(role));
            }
        }
        ada.send("/people");
        ada.assertSays(actor.name + " gets a link");
    }

    private void accept(Actor actor) {
        Actor ada = company.administrator();
        ada.go("/outbox");
        ada.main("tr:has-text('" + actor.email + "') a").first().click();
        Locator link = ada.main("input[readonly]");
        String address = link.inputValue();
        String path = java.net.URI.create(address).getPath();
        if (actor == company.recruiter()) {
            ada.look("outbox-invitation");
            actor.visit(path, "invitation");
        } else {
            actor.go(path);
        }
        assertThat(actor.main("input[type=email]")).hasValue(actor.email);
        actor.fill("password", actor.password());
        actor.send(path);
        actor.page().waitForURL("**/");
        assertThat(actor.page().locator(".who")).containsText(actor.name);
    }
}
