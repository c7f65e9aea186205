package touchstone.platform.audit.people;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import touchstone.platform.audit.AuditLog;
import touchstone.platform.identity.Account;
import touchstone.platform.identity.Accounts;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Download;
import touchstone.platform.shell.Screen;

@Controller
class PersonController {

    /** What somebody types to confirm that they mean it. */
    private static final String CONFIRMATION = "erase";

    private final AuditLog log;
    private final Accounts accounts;

    PersonController(AuditLog log, Accounts accounts) {
        this.log = log;
        this.accounts = accounts;
    }

    @GetMapping("/audit/people/{id}")
    @Allowed(Role.ADMINISTRATOR)
    ModelAndView page(@PathVariable UUID id) {
        Optional<Account> account = accounts.find(id);
        AuditLog.PersonSummary summary = log.person(id);
        if (summary.entries() == 0 && !summary.erased()) {
            throw Refusal.missing("audit.person.unknown");
        }
        return Screen.of(
                "audit/people/person",
                new PersonView(
                        id,
                        summary,
                        account.isPresent(),
                        account.filter(Account::active).isPresent()));
    }

    @PostMapping("/audit/people/{id}/file")
    @Allowed(Role.ADMINISTRATOR)
    void file(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, HttpServletResponse response) {
        log.personFile(id, reason, new Download(response, "application/json", "file-" + id + ".json"));
    }

    @PostMapping("/audit/people/{id}/erase")
    @Allowed(Role.ADMINISTRATOR)
    String erase(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String confirmation,
            RedirectAttributes redirect) {
        if (!confirmation.strip().toLowerCase(Locale.ROOT).equals(CONFIRMATION)) {
            throw Refusal.invalid("audit.erase.not-confirmed");
        }
        log.erase(id, reason);
        return Screen.said(redirect, "/audit/people/" + id, "audit.erase.done");
    }
}
