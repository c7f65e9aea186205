package touchstone.platform.interview.room;

import static touchstone.platform.shared.Role.ADMINISTRATOR;
import static touchstone.platform.shared.Role.BAR_RAISER;
import static touchstone.platform.shared.Role.HIRING_MANAGER;
import static touchstone.platform.shared.Role.INTERVIEWER;
import static touchstone.platform.shared.Role.RECRUITER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import touchstone.catalogue.content.Competency;
import touchstone.catalogue.content.Frame;
import touchstone.catalogue.content.Question;
import touchstone.catalogue.content.QuestionKind;
import touchstone.catalogue.content.RedFlag;
import touchstone.catalogue.content.StageKind;
import touchstone.platform.catalogue.CurrentCatalogue;
import touchstone.platform.interview.Note;
import touchstone.platform.interview.Notes;
import touchstone.platform.interview.Tick;
import touchstone.platform.interview.Ticks;
import touchstone.platform.interview.sitting.Sent;
import touchstone.platform.interview.sitting.Sitting;
import touchstone.platform.interview.sitting.Sittings;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

@Controller
class RoomController {

    /** Keys that mark a note; letters that mean something else in the room are left out. */
    private static final String MARK_KEYS = "123456789abdfghimopq";

    private final Sittings sittings;
    private final Notes notes;
    private final Ticks ticks;
    private final Sent sent;
    private final CurrentCatalogue catalogue;

    RoomController(Sittings sittings, Notes notes, Ticks ticks, Sent sent, CurrentCatalogue catalogue) {
        this.sittings = sittings;
        this.notes = notes;
        this.ticks = ticks;
        this.sent = sent;
        this.catalogue = catalogue;
    }

    @GetMapping("/interviews/{id}/room")
    @Allowed({ADMINISTRATOR, RECRUITER, HIRING_MANAGER, INTERVIEWER, BAR_RAISER})
    ModelAndView page(@PathVariable UUID id) {
        Sitting sitting = sittings.of(id);
        List<Tick> all = ticks.mine(id);
        RoomView view = new RoomView(
                sitting,
                questions(sitting),
                closing(sitting),
                marks(sitting.competencies()),
                notes.mine(id).stream().map(RoomNote::of).toList(),
                all.stream().filter(tick -> tick.kind() != Tick.Kind.STARTED).toList(),
                sent.write(starts(all)));
        return Screen.of("interview/room/room", view);
    }

    /** A note without the page's program. */
    @PostMapping("/interviews/{id}/room")
    @Allowed({ADMINISTRATOR, RECRUITER, HIRING_MANAGER, INTERVIEWER, BAR_RAISER})
    String add(@PathVariable UUID id, @RequestParam String text, RedirectAttributes redirect) {
        notes.add(id, text, Note.Context.NONE);
        return Screen.said(redirect, "/interviews/" + id + "/room", "interview.room.said.noted");
    }

    private record Start(String question, Instant at) {}

    private static List<Start> starts(List<Tick> ticks) {
        return ticks.stream()
                .filter(tick -> tick.kind() == Tick.Kind.STARTED)
                .map(tick -> new Start(tick.question(), tick.at()))
                .toList();
    }

    private List<RoomQuestion> questions(Sitting sitting) {
        List<RoomQuestion> questions = new ArrayList<>();
        for (Question question : sitting.questions()) {
            List<String> flags =
                    question.guide().redFlags().stream().map(this::flag).toList();
            questions.add(new RoomQuestion(questions.size() + 1, question, flags));
        }
        return questions;
    }

    /** A plan freezes the ids of red flags only; one that the catalogue has no longer is shown by its id. */
    private String flag(String id) {
        return catalogue.get().find(RedFlag.class, id).map(RedFlag::title).orElse(id.replace('-', ' '));
    }

    /** A design ends with scale, latency, failure, security, cost, monitoring and evaluation (R-FRAME-1). */
    private static List<Frame.Step> closing(Sitting sitting) {
        boolean isDesign = sitting.stage().kind() == StageKind.SYSTEM_DESIGN
                || sitting.questions().stream().anyMatch(one -> one.use().kind() == QuestionKind.DESIGN);
        return isDesign
                ? sitting.candidacy()
                        .plan()
                        .frame(Frame.DESIGN_ROUND)
                        .map(Frame::closingSteps)
                        .orElse(List.of())
                : List.of();
    }

    private static List<RoomView.Mark> marks(List<Competency> competencies) {
        List<RoomView.Mark> marks = new ArrayList<>();
        for (Competency competency : competencies) {
            if (marks.size() < MARK_KEYS.length()) {
                String key = MARK_KEYS.substring(marks.size(), marks.size() + 1);
                marks.add(new RoomView.Mark(key, competency.id(), competency.title()));
            }
        }
        return marks;
    }
}
