package touchstone.platform.catalogue.question;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import touchstone.catalogue.Catalogue;
import touchstone.catalogue.content.Entry;
import touchstone.catalogue.content.LevelPicture;
import touchstone.catalogue.content.Question;
import touchstone.catalogue.content.QuestionKind;
import touchstone.catalogue.content.RedFlag;
import touchstone.catalogue.content.StageDescription;
import touchstone.platform.catalogue.CurrentCatalogue;
import touchstone.platform.catalogue.EntryLink;
import touchstone.platform.catalogue.Prose;
import touchstone.platform.shared.Entered;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

@Controller
class QuestionController {

    private static final int MOST_TEXT = 200;

    private final CurrentCatalogue catalogue;

    QuestionController(CurrentCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The whole list, or only the lines when htmx asks while somebody narrows it. */
    @GetMapping("/catalogue/questions")
    @Allowed({Role.ADMINISTRATOR, Role.RECRUITER, Role.HIRING_MANAGER, Role.INTERVIEWER, Role.BAR_RAISER})
    ModelAndView list(
            @RequestParam @Nullable String role,
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable String stage,
            @RequestParam @Nullable String competency,
            @RequestParam @Nullable String level,
            @RequestParam @Nullable String text,
            @RequestHeader(name = "HX-Target", defaultValue = "") String target) {
        QuestionFilter filter =
                QuestionFilter.of(role, kind, stage, competency, level, Entered.optional("Text", text, MOST_TEXT));
        return Screen.of(
                target.equals("questions") ? "catalogue/question/lines" : "catalogue/question/questions",
                view(filter, catalogue.get()));
    }

    @GetMapping("/catalogue/questions/{id}")
    @Allowed({Role.ADMINISTRATOR, Role.RECRUITER, Role.HIRING_MANAGER, Role.INTERVIEWER, Role.BAR_RAISER})
    ModelAndView page(@PathVariable String id) {
        Catalogue all = catalogue.get();
        Question question = all.question(id).orElseThrow(() -> Refusal.missing("catalogue.missing"));
        return Screen.of("catalogue/question/question", view(question, all));
    }

    private static QuestionView view(Question question, Catalogue all) {
        return new QuestionView(
                question,
                Prose.of(question.prompt()),
                question.use().competencies().stream()
                        .flatMap(id -> all.competency(id).stream())
                        .map(EntryLink::of)
                        .toList(),
                new QuestionView.Places(
                        all.all(StageDescription.class).stream()
                                .filter(stage -> question.use().stages().contains(stage.kind()))
                                .map(Entry::title)
                                .toList(),
                        all.levels().stream()
                                .filter(level -> question.use().levels().contains(level.level()))
                                .map(Entry::title)
                                .toList()),
                question.guide().redFlags().stream()
                        .flatMap(flag -> all.find(RedFlag.class, flag).stream())
                        .toList(),
                all.roles().stream().map(role -> Verdict.of(role, question)).toList(),
                question.frame().flatMap(all::frame),
                all.plans().stream()
                        .filter(plan -> plan.stages().stream()
                                .anyMatch(stage -> stage.questions().contains(question.id())))
                        .map(EntryLink::of)
                        .toList());
    }

    private static QuestionsView view(QuestionFilter filter, Catalogue all) {
        List<Question> candidates = filter.text().isEmpty()
                ? all.questions()
                : all.search(filter.text()).stream()
                        .flatMap(hit -> hit.entry() instanceof Question one
                                ? java.util.stream.Stream.of(one)
                                : java.util.stream.Stream.<Question>empty())
                        .toList();
        List<Question> fitting = candidates.stream().filter(filter::fits).toList();
        return new QuestionsView(
                filter,
                fitting.stream()
                        .limit(QuestionsView.MOST)
                        .map(question -> line(question, filter, all))
                        .toList(),
                fitting.size(),
                all.questions().size(),
                List.of(
                        new QuestionsView.Filter("role", filter.role(), choices(all.roles())),
                        new QuestionsView.Filter(
                                "kind",
                                filter.kind(),
                                Arrays.stream(QuestionKind.values())
                                        .map(kind -> new QuestionsView.Choice(kind.id(), ""))
                                        .toList()),
                        new QuestionsView.Filter("stage", filter.stage(), choices(all.all(StageDescription.class))),
                        new QuestionsView.Filter("competency", filter.competency(), choices(all.competencies())),
                        new QuestionsView.Filter("level", filter.level(), choices(all.all(LevelPicture.class)))));
    }

    private static QuestionsView.Line line(Question question, QuestionFilter filter, Catalogue all) {
        return new QuestionsView.Line(
                question,
                all.roles().stream()
                        .filter(role -> filter.role().isEmpty() || role.id().equals(filter.role()))
                        .map(role -> Verdict.of(role, question))
                        .filter(verdict -> filter.role().isEmpty()
                                ? verdict.standing() == Verdict.Standing.OUT_OF_BOUNDS
                                : verdict.standing() != Verdict.Standing.ALLOWED)
                        .toList(),
                question.use().competencies().stream()
                        .flatMap(id -> all.competency(id).stream())
                        .map(Entry::title)
                        .toList());
    }

    private static List<QuestionsView.Choice> choices(List<? extends Entry> entries) {
        return entries.stream()
                .map(entry -> new QuestionsView.Choice(entry.id(), entry.title()))
                .toList();
    }
}
