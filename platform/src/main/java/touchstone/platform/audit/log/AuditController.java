package touchstone.platform.audit.log;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import touchstone.platform.audit.AuditLog;
import touchstone.platform.audit.Entry;
import touchstone.platform.audit.Head;
import touchstone.platform.audit.Verification;
import touchstone.platform.identity.Accounts;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Download;
import touchstone.platform.shell.NavigationEntry;
import touchstone.platform.shell.Screen;

@Controller
class AuditController {

    private static final int ORDER = 95;

    private final AuditLog log;
    private final Accounts accounts;

    AuditController(AuditLog log, Accounts accounts) {
        this.log = log;
        this.accounts = accounts;
    }

    @Bean
    static NavigationEntry auditEntry() {
        return new NavigationEntry(ORDER, "/audit", "audit.title", Set.of(Role.ADMINISTRATOR));
    }

    @GetMapping("/audit")
    @Allowed(Role.ADMINISTRATOR)
    ModelAndView page(
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(required = false) @Nullable Long before) {
        Optional<LocalDate> wanted = day(day);
        ZoneId zone = Acting.person().zone();
        AuditLog.Page page = log.entries(new AuditLog.Filter(
                Optional.of(type).filter(text -> !text.isEmpty()),
                wanted.map(date -> date.atStartOfDay(zone).toInstant()),
                wanted.map(date -> date.plusDays(1).atStartOfDay(zone).toInstant()),
                Optional.ofNullable(before)));
        Map<UUID, String> names = accounts.names(
                page.entries().stream().map(entry -> entry.what().actor()).collect(Collectors.toSet()));
        return Screen.of(
                "audit/log/log",
                new AuditView(
                        log.head(),
                        log.lastCheck(),
                        new AuditView.Shown(log.types(), type, day, before != null),
                        page.entries().stream()
                                .map(entry -> row(entry, page, names))
                                .toList(),
                        page.more() ? Optional.of(older(type, day, page)) : Optional.empty()));
    }

    private static AuditView.Row row(Entry entry, AuditLog.Page page, Map<UUID, String> names) {
        UUID actor = entry.what().actor();
        return new AuditView.Row(
                entry.seq(),
                entry.at(),
                entry.what().type(),
                new AuditView.Who(Optional.ofNullable(names.get(actor)), actor, actor.equals(Person.SYSTEM)),
                entry.what().entity(),
                Optional.ofNullable(page.about().get(entry.seq())),
                entry.hashText());
    }

    private static String older(String type, String day, AuditLog.Page page) {
        return UriComponentsBuilder.fromPath("/audit")
                .queryParam("type", "{type}")
                .queryParam("day", "{day}")
                .queryParam("before", page.entries().getLast().seq())
                .encode()
                .buildAndExpand(type, day)
                .toUriString();
    }

    private static Optional<LocalDate> day(String day) {
        try {
            return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
        } catch (DateTimeParseException unreadable) {
            throw Refusal.invalid("audit.no-day");
        }
    }

    @PostMapping("/audit/verify")
    @Allowed(Role.ADMINISTRATOR)
    String verify(RedirectAttributes redirect) {
        return switch (log.verify()) {
            case Verification.Verified verified ->
                Screen.said(redirect, "/audit", "audit.verify.done", verified.count());
            case Verification.Broken broken -> "redirect:/audit";
        };
    }

    @GetMapping("/audit/head")
    @Allowed(Role.ADMINISTRATOR)
    ModelAndView head(@RequestParam(defaultValue = "") String seq, @RequestParam(defaultValue = "") String hash) {
        Optional<Head> printed = seq.matches("\\d{1,18}")
                ? Optional.of(new Head(Long.parseLong(seq), hash.replaceAll("\\s", "")))
                : Optional.empty();
        return Screen.of(
                "audit/log/head", new HeadView(log.head(), new HeadView.Asked(seq, hash), printed.map(log::holds)));
    }

    @GetMapping("/audit/export")
    @Allowed(Role.ADMINISTRATOR)
    ModelAndView export() {
        return Screen.of("audit/log/export", new ExportView(log.head().seq()));
    }

    @PostMapping("/audit/export")
    @Allowed(Role.ADMINISTRATOR)
    void export(@RequestParam(defaultValue = "") String reason, HttpServletResponse response) {
        log.export(new Download(response, "application/x-ndjson", "audit-log.ndjson"), reason);
    }
}
