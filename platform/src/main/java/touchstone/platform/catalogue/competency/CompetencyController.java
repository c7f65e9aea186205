package touchstone.platform.catalogue.competency;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import touchstone.catalogue.Catalogue;
import touchstone.catalogue.content.Competency;
import touchstone.catalogue.content.LevelPicture;
import touchstone.catalogue.content.Question;
import touchstone.catalogue.content.Signal;
import touchstone.platform.catalogue.CurrentCatalogue;
import touchstone.platform.catalogue.EntryLink;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

@Controller
class CompetencyController {

    private final CurrentCatalogue catalogue;

    CompetencyController(CurrentCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/catalogue/competencies/{id}")
    @Allowed({Role.ADMINISTRATOR, Role.RECRUITER, Role.HIRING_MANAGER, Role.INTERVIEWER, Role.BAR_RAISER})
    ModelAndView page(@PathVariable String id) {
        Catalogue all = catalogue.get();
        Competency competency = all.competency(id).orElseThrow(() -> Refusal.missing("catalogue.missing"));
        return Screen.of(
                "catalogue/competency/competency",
                new CompetencyView(
                        competency,
                        IntStream.iterate(Competency.RATINGS, rating -> rating - 1)
                                .limit(Competency.RATINGS)
                                .mapToObj(rating -> anchor(rating, competency, all))
                                .toList(),
                        bars(competency, all),
                        all.roles().stream()
                                .map(role -> new CompetencyView.RoleWeight(EntryLink.of(role), weight(role, id)))
                                .toList(),
                        questions(id, all),
                        all.all(Signal.class).stream()
                                .filter(signal -> signal.competencies().contains(id))
                                .map(EntryLink::of)
                                .toList(),
                        all.plans().stream()
                                .filter(plan -> plan.weights().containsKey(id))
                                .map(EntryLink::of)
                                .toList()));
    }

    private static CompetencyView.Anchor anchor(int rating, Competency competency, Catalogue all) {
        return new CompetencyView.Anchor(
                rating,
                competency.anchor(rating),
                all.levels().stream()
                        .filter(picture -> competency
                                .bar(picture.level())
                                .filter(bar -> bar.rating() == rating)
                                .isPresent())
                        .map(LevelPicture::title)
                        .toList());
    }

    private static List<CompetencyView.LevelBar> bars(Competency competency, Catalogue all) {
        return all.levels().stream()
                .sorted(Comparator.comparing(LevelPicture::level))
                .flatMap(picture -> competency.bar(picture.level()).stream()
                        .map(bar -> new CompetencyView.LevelBar(
                                picture.title(), bar.rating(), bar.sentence(), bar.example())))
                .toList();
    }

    private static int weight(touchstone.catalogue.content.Role role, String competency) {
        return role.competencies().stream()
                .filter(weight -> weight.id().equals(competency))
                .mapToInt(touchstone.catalogue.content.Role.Weight::weight)
                .findFirst()
                .orElse(0);
    }

    private static List<Question> questions(String id, Catalogue all) {
        return all.questions().stream()
                .filter(question -> question.use().competencies().contains(id))
                .sorted(Comparator.comparingInt(
                        question -> question.use().competencies().indexOf(id)))
                .toList();
    }
}
