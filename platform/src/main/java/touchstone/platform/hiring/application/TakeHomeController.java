package touchstone.platform.hiring.application;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import touchstone.platform.hiring.TakeHome;
import touchstone.platform.hiring.TakeHomes;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

/** Sends take-home work and records what came back. */
@Controller
class TakeHomeController {

    private final TakeHomes takeHomes;
    private final InstantSource clock;

    TakeHomeController(TakeHomes takeHomes, InstantSource clock) {
        this.takeHomes = takeHomes;
        this.clock = clock;
    }

    /** What came back. Numbers may be missing; times are those of the person who enters them. */
    record Work(
            @Nullable String at,
            @Nullable String hours,
            @Nullable String place,
            @Nullable String score,
            @Nullable String note,
            int version) {}

    @PostMapping("/applications/{id}/take-homes/{stage}/send")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    String send(
            @PathVariable UUID id,
            @PathVariable String stage,
            @RequestParam(defaultValue = "") String due,
            RedirectAttributes redirect) {
        takeHomes.send(id, stage, time(due));
        return Screen.said(redirect, "/applications/" + id, "hiring.take-home.sent");
    }

    @PostMapping("/applications/{id}/take-homes/{stage}/extend")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    String extend(
            @PathVariable UUID id,
            @PathVariable String stage,
            @RequestParam(defaultValue = "") String due,
            @RequestParam int version,
            RedirectAttributes redirect) {
        takeHomes.extend(id, stage, time(due), version);
        return Screen.said(redirect, "/applications/" + id, "hiring.take-home.extended");
    }

    @PostMapping("/applications/{id}/take-homes/{stage}/hand-in")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    String handIn(
            @PathVariable UUID id, @PathVariable String stage, @ModelAttribute Work form, RedirectAttributes redirect) {
        Instant at = form.at() == null || form.at().isBlank() ? clock.instant() : time(form.at());
        TakeHome.HandedIn work = new TakeHome.HandedIn(
                at, number(form.hours()), text(form.place()), number(form.score()), text(form.note()));
        takeHomes.handIn(id, stage, work, form.version());
        return Screen.said(redirect, "/applications/" + id, "hiring.take-home.recorded");
    }

    private static String text(@Nullable String entered) {
        return entered == null ? "" : entered;
    }

    private static Instant time(String entered) {
        try {
            return LocalDateTime.parse(entered).atZone(Acting.person().zone()).toInstant();
        } catch (DateTimeException unusable) {
            throw Refusal.invalid("hiring.take-home.no-time");
        }
    }

    private static Optional<Double> number(@Nullable String entered) {
        if (entered == null || entered.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Double.valueOf(entered.strip().replace(',', '.')));
        } catch (NumberFormatException unusable) {
            throw Refusal.invalid("hiring.take-home.no-number", entered.strip());
        }
    }
}
