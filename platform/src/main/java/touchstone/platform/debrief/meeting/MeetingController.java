package touchstone.platform.debrief.meeting;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import touchstone.catalogue.content.Level;
import touchstone.platform.debrief.Debrief;
import touchstone.platform.debrief.Debriefs;
import touchstone.platform.debrief.Decision;
import touchstone.platform.debrief.Decisions;
import touchstone.platform.debrief.FairScores;
import touchstone.platform.debrief.Opinions;
import touchstone.platform.debrief.Vetoes;
import touchstone.platform.interview.Scorecards;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

/** The debrief of one application. */
@Controller
class MeetingController {

    private final Debriefs debriefs;
    private final Opinions opinions;
    private final Vetoes vetoes;
    private final Decisions decisions;
    private final Scorecards scorecards;
    private final FairScores fairScores;
    private final InstantSource clock;

    MeetingController(
            Debriefs debriefs,
            Opinions opinions,
            Vetoes vetoes,
            Decisions decisions,
            Scorecards scorecards,
            FairScores fairScores,
            InstantSource clock) {
        this.debriefs = debriefs;
        this.opinions = opinions;
        this.vetoes = vetoes;
        this.decisions = decisions;
        this.scorecards = scorecards;
        this.fairScores = fairScores;
        this.clock = clock;
    }

    /** What somebody says. */
    record Said(@Nullable Boolean hire, @Nullable Level level, String text) {}

    /** What somebody decides. */
    record Decided(
            Decision.@Nullable Outcome outcome,
            @Nullable Level level,
            String reasons,
            @Nullable String against,
            int version) {}

    /** @param recompute a decision whose numbers are to be computed again */
    @GetMapping("/applications/{id}/debrief")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR, Role.INTERVIEWER, Role.BAR_RAISER})
    ModelAndView page(@PathVariable UUID id, @RequestParam Optional<UUID> recompute) {
        Debrief debrief = debriefs.view(id);
        fairScores.recordCompared(debrief);
        return Screen.of(
                "debrief/meeting/meeting",
                new MeetingView(
                        debrief,
                        debrief.candidacy().clock(clock.instant()),
                        debrief.ratings().map(ratings -> Sheet.of(debrief, ratings)),
                        fairScores.of(debrief),
                        recompute.map(one -> new MeetingView.Again(one, decisions.recompute(one))),
                        debrief.missing().stream()
                                .filter(due -> due.author()
                                        .account()
                                        .equals(Acting.person().id()))
                                .map(Scorecards.Missing::interview)
                                .findFirst()));
    }

    @PostMapping("/applications/{id}/debrief/opinions")
    @Allowed({Role.HIRING_MANAGER, Role.INTERVIEWER, Role.BAR_RAISER, Role.RECRUITER, Role.ADMINISTRATOR})
    String opine(@PathVariable UUID id, @ModelAttribute Said form, RedirectAttributes redirect) {
        if (form.hire() == null || form.level() == null) {
            throw Refusal.invalid("debrief.opinion.incomplete");
        }
        opinions.give(id, form.hire(), form.level(), form.text());
        return Screen.said(redirect, "/applications/" + id + "/debrief", "debrief.opinion.given");
    }

    @PostMapping("/applications/{id}/debrief/vetoes")
    @Allowed({Role.HIRING_MANAGER, Role.INTERVIEWER, Role.BAR_RAISER})
    String veto(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        vetoes.cast(id, reason);
        return Screen.said(redirect, "/applications/" + id + "/debrief", "debrief.veto.cast-now");
    }

    @PostMapping("/applications/{id}/debrief/vetoes/{veto}/lift")
    @Allowed({Role.HIRING_MANAGER, Role.INTERVIEWER, Role.BAR_RAISER})
    String lift(
            @PathVariable UUID id,
            @PathVariable UUID veto,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        vetoes.lift(id, veto, reason);
        return Screen.said(redirect, "/applications/" + id + "/debrief", "debrief.veto.lifted-now");
    }

    @PostMapping("/applications/{id}/debrief/decisions")
    @Allowed(Role.HIRING_MANAGER)
    String decide(@PathVariable UUID id, @ModelAttribute Decided form, RedirectAttributes redirect) {
        if (form.outcome() == null) {
            throw Refusal.invalid("debrief.decision.no-outcome");
        }
        Level level = form.level() == null ? Level.JUNIOR : form.level();
        String against = form.against() == null ? "" : form.against();
        decisions.decide(id, new Decision.Draft(form.outcome(), level, form.reasons(), against), form.version());
        return Screen.said(redirect, "/applications/" + id + "/debrief", "debrief.decision.made-now");
    }

    @PostMapping("/applications/{id}/debrief/early")
    @Allowed({Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    String lookEarly(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        scorecards.lookEarly(id, reason);
        return Screen.said(redirect, "/applications/" + id + "/debrief", "debrief.early.opened");
    }
}
