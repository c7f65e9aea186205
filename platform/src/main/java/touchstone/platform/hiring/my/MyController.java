package touchstone.platform.hiring.my;

import java.time.InstantSource;
import java.util.Optional;
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
import touchstone.platform.hiring.Applications;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.hiring.TakeHome;
import touchstone.platform.hiring.TakeHomes;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.NavigationEntry;
import touchstone.platform.shell.Screen;

/** A candidate's own page: where they stand, what to do, what is held about them. */
@Controller
class MyController {

    private final MyViews views;
    private final Applications applications;
    private final TakeHomes takeHomes;
    private final InstantSource clock;

    MyController(MyViews views, Applications applications, TakeHomes takeHomes, InstantSource clock) {
        this.views = views;
        this.applications = applications;
        this.takeHomes = takeHomes;
        this.clock = clock;
    }

    /** What a candidate hands in. */
    record Work(
            @Nullable String place,
            @Nullable String hours,
            @Nullable String note,
            int version) {}

    @Bean
    static NavigationEntry myEntry() {
        return new NavigationEntry(0, "/my", "hiring.my.navigation", Set.of(Role.CANDIDATE));
    }

    @GetMapping("/my")
    @Allowed(Role.CANDIDATE)
    ModelAndView page() {
        return Screen.of("hiring/my/my", views.of());
    }

    @PostMapping("/my/{application}/withdraw")
    @Allowed(Role.CANDIDATE)
    String withdraw(
            @PathVariable UUID application,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String sure,
            @RequestParam int version,
            RedirectAttributes redirect) {
        if (!sure.equals("yes")) {
            throw Refusal.invalid("hiring.my.not-sure");
        }
        applications.close(application, Candidacy.State.WITHDRAWN, reason, version);
        return Screen.said(redirect, "/my", "hiring.my.withdrawn");
    }

    @PostMapping("/my/{application}/take-homes/{stage}")
    @Allowed(Role.CANDIDATE)
    String handIn(
            @PathVariable UUID application,
            @PathVariable String stage,
            @ModelAttribute Work form,
            RedirectAttributes redirect) {
        TakeHome.HandedIn work = new TakeHome.HandedIn(
                clock.instant(),
                hours(form.hours()),
                form.place() == null ? "" : form.place(),
                Optional.empty(),
                form.note() == null ? "" : form.note());
        takeHomes.handIn(application, stage, work, form.version());
        return Screen.said(redirect, "/my", "hiring.my.handed-in");
    }

    private static Optional<Double> hours(@Nullable String entered) {
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
