package touchstone.platform.debrief.feedback;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import touchstone.platform.debrief.Feedbacks;
import touchstone.platform.hiring.Applications;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

/** The feedback to one candidate. */
@Controller
class FeedbackController {

    private final Feedbacks feedbacks;
    private final Applications applications;

    FeedbackController(Feedbacks feedbacks, Applications applications) {
        this.feedbacks = feedbacks;
        this.applications = applications;
    }

    @GetMapping("/applications/{id}/feedback")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER})
    ModelAndView page(@PathVariable UUID id) {
        return Screen.of("debrief/feedback/feedback", new FeedbackView(applications.get(id), feedbacks.get(id)));
    }

    @PostMapping("/applications/{id}/feedback")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER})
    String save(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam int version,
            RedirectAttributes redirect) {
        feedbacks.save(id, text, version);
        return Screen.said(redirect, "/applications/" + id + "/feedback", "debrief.feedback.saved");
    }

    @PostMapping("/applications/{id}/feedback/send")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER})
    String send(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean unedited,
            @RequestParam int version,
            RedirectAttributes redirect) {
        feedbacks.send(id, unedited, version);
        return Screen.said(redirect, "/applications/" + id + "/feedback", "debrief.feedback.sent-now");
    }
}
