package touchstone.platform.interview.scorecard;

import static touchstone.platform.shared.Role.ADMINISTRATOR;
import static touchstone.platform.shared.Role.BAR_RAISER;
import static touchstone.platform.shared.Role.HIRING_MANAGER;
import static touchstone.platform.shared.Role.INTERVIEWER;
import static touchstone.platform.shared.Role.RECRUITER;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import touchstone.platform.interview.sitting.Sent;
import touchstone.platform.interview.sitting.Sitting;
import touchstone.platform.interview.sitting.Sittings;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shell.Allowed;

/** Keeps the draft of a scorecard while it is being filled in. Who saw an older version gets the newer one back. */
@Controller
class DraftController {

    private static final int MOST_BYTES = 512 * 1024;

    private final Sittings sittings;
    private final Sheets sheets;
    private final Sent sent;

    DraftController(Sittings sittings, Sheets sheets, Sent sent) {
        this.sittings = sittings;
        this.sheets = sheets;
        this.sent = sent;
    }

    private record NewDraft(int version, @Nullable Map<String, String> fields) {}

    private record Saved(int version) {}

    private record Current(int version, Map<String, String> fields) {}

    @PutMapping("/interviews/{id}/scorecard/draft")
    @Allowed({ADMINISTRATOR, RECRUITER, HIRING_MANAGER, INTERVIEWER, BAR_RAISER})
    ResponseEntity<?> save(@PathVariable UUID id, HttpServletRequest request) {
        NewDraft draft = sent.read(request, NewDraft.class, MOST_BYTES);
        if (draft.fields() == null) {
            throw Refusal.invalid("problem.unusable");
        }
        Sitting sitting = sittings.of(id);
        try {
            return ResponseEntity.ok(new Saved(sheets.save(sitting, new Fields(draft.fields()), draft.version())));
        } catch (Refusal refusal) {
            if (!Sheets.isOvertaken(refusal)) {
                throw refusal;
            }
            Sheets.Stored stored = sheets.draft(sitting);
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .body(new Current(stored.version(), stored.fields().values()));
        }
    }

    @ExceptionHandler
    ResponseEntity<Sent.Problem> refused(Refusal refusal) {
        return sent.problem(refusal);
    }
}
