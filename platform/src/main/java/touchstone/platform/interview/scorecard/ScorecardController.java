package touchstone.platform.interview.scorecard;

import static touchstone.platform.shared.Role.ADMINISTRATOR;
import static touchstone.platform.shared.Role.BAR_RAISER;
import static touchstone.platform.shared.Role.HIRING_MANAGER;
import static touchstone.platform.shared.Role.INTERVIEWER;
import static touchstone.platform.shared.Role.RECRUITER;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import touchstone.platform.interview.Interviews;
import touchstone.platform.interview.Scorecard;
import touchstone.platform.interview.Scorecards;
import touchstone.platform.interview.scorecard.ScorecardView.Mode;
import touchstone.platform.interview.scorecard.Sheets.Stored;
import touchstone.platform.interview.sitting.Sitting;
import touchstone.platform.interview.sitting.Sittings;
import touchstone.platform.shared.Entered;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

@Controller
class ScorecardController {

    private static final String FORM = "interview/scorecard/scorecard";
    private static final int MOST_REASON = 2000;

    private final Sittings sittings;
    private final Sheets sheets;
    private final Scorecards scorecards;
    private final Interviews interviews;

    ScorecardController(Sittings sittings, Sheets sheets, Scorecards scorecards, Interviews interviews) {
        this.sittings = sittings;
        this.sheets = sheets;
        this.scorecards = scorecards;
        this.interviews = interviews;
    }

    @GetMapping("/interviews/{id}/scorecard")
    @Allowed({ADMINISTRATOR, RECRUITER, HIRING_MANAGER, INTERVIEWER, BAR_RAISER})
    ModelAndView page(@PathVariable UUID id) {
        Sitting sitting = sittings.of(id);
        List<Scorecard> revisions = sheets.submitted(sitting);
        if (!revisions.isEmpty()) {
            return Screen.of("interview/scorecard/submitted", new SubmittedView(sitting, revisions));
        }
        return Screen.of(FORM, sheets.view(sitting, Mode.DRAFT, sheets.draft(sitting), Optional.empty()));
    }

    /** The form without the page's program: keeps the draft, and goes on to the review when that was asked for. */
    @PostMapping("/interviews/{id}/scorecard")
    @Allowed({ADMINISTRATOR, RECRUITER, HIRING_MANAGER, INTERVIEWER, BAR_RAISER})
    Object save(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam Optional<String> then,
            @RequestParam MultiValueMap<String, String> posted,
            RedirectAttributes redirect) {
        Sitting sitting = sittings.of(id);
        Fields fields = Fields.posted(posted);
        try {
            sheets.save(sitting, fields, version);
        } catch (Refusal refusal) {
            return changedElsewhere(refusal, sitting, fields);
        }
        String path = "/interviews/" + id + "/scorecard";
        return then.filter("review"::equals).isPresent()
                ? "redirect:" + path + "/review"
                : Screen.said(redirect, path, "interview.scorecard.saved");
    }

    /** What was typed stays in the form, and what stands there instead is shown beside it. */
    private ModelAndView changedElsewhere(Refusal refusal, Sitting sitting, Fields fields) {
        if (!Sheets.isOvertaken(refusal)) {
            throw refusal;
        }
        Stored stored = sheets.draft(sitting);
        ScorecardView view =
                sheets.view(sitting, Mode.DRAFT, new Stored(fields, stored.version()), Optional.of(stored.fields()));
        return Screen.of(FORM, view, HttpStatus.CONFLICT);
    }

    @GetMapping("/interviews/{id}/scorecard/review")
    @Allowed({ADMINISTRATOR, RECRUITER, HIRING_MANAGER, INTERVIEWER, BAR_RAISER})
    Object review(@PathVariable UUID id) {
        Sitting sitting = sittings.of(id);
        if (!sheets.submitted(sitting).isEmpty()) {
            return "redirect:/interviews/" + id + "/scorecard";
        }
        Scorecards.Draft draft = scorecards.draft(id);
        ReviewView view = new ReviewView(sitting, draft.content(), draft.version(), Gap.of(sitting, draft.content()));
        return Screen.of("interview/scorecard/review", view);
    }

    @PostMapping("/interviews/{id}/scorecard/held")
    @Allowed({ADMINISTRATOR, RECRUITER, HIRING_MANAGER, INTERVIEWER, BAR_RAISER})
    String held(@PathVariable UUID id, @RequestParam int version, RedirectAttributes redirect) {
        interviews.tookPlace(sittings.of(id).id(), version);
        return Screen.said(redirect, "/interviews/" + id + "/scorecard/review", "interview.scorecard.held-said");
    }

    @PostMapping("/interviews/{id}/scorecard/submit")
    @Allowed({ADMINISTRATOR, RECRUITER, HIRING_MANAGER, INTERVIEWER, BAR_RAISER})
    String submit(@PathVariable UUID id, @RequestParam int version, RedirectAttributes redirect) {
        Sitting sitting = sittings.of(id);
        scorecards.submit(id, scorecards.draft(sitting.id()).content(), version);
        return Screen.said(redirect, "/interviews/" + id + "/scorecard", "interview.scorecard.submitted-said");
    }

    @GetMapping("/interviews/{id}/scorecard/correction")
    @Allowed({ADMINISTRATOR, RECRUITER, HIRING_MANAGER, INTERVIEWER, BAR_RAISER})
    ModelAndView correction(@PathVariable UUID id) {
        Sitting sitting = sittings.of(id);
        Scorecard newest = newest(sitting);
        Fields fields = Fields.of(newest.content(), sheets.texts(sitting));
        return Screen.of(
                FORM,
                sheets.view(
                        sitting,
                        Mode.CORRECTION,
                        new Stored(fields, newest.revision().number()),
                        Optional.empty()));
    }

    @PostMapping("/interviews/{id}/scorecard/correction")
    @Allowed({ADMINISTRATOR, RECRUITER, HIRING_MANAGER, INTERVIEWER, BAR_RAISER})
    String correct(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam Optional<String> reason,
            @RequestParam MultiValueMap<String, String> posted,
            RedirectAttributes redirect) {
        Sitting sitting = sittings.of(id);
        Scorecard newest = newest(sitting);
        if (newest.revision().number() != version) {
            throw Refusal.conflict("interview.scorecard.changed");
        }
        String why = Entered.required("Reason", reason.orElse(""), MOST_REASON);
        scorecards.correct(newest.id(), sheets.content(sitting, Fields.posted(posted)), why);
        return Screen.said(redirect, "/interviews/" + id + "/scorecard", "interview.scorecard.corrected-said");
    }

    private Scorecard newest(Sitting sitting) {
        return sheets.submitted(sitting).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.missing("interview.scorecard.missing"));
    }
}
