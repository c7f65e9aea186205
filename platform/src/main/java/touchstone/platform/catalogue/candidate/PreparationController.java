package touchstone.platform.catalogue.candidate;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import touchstone.catalogue.Catalogue;
import touchstone.catalogue.content.CompanyFlag;
import touchstone.catalogue.content.CompanyQuestion;
import touchstone.catalogue.content.Preparation;
import touchstone.platform.catalogue.CurrentCatalogue;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

@Controller
class PreparationController {

    private static final int WEEKS = 4;

    private final CurrentCatalogue catalogue;

    PreparationController(CurrentCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/catalogue/candidate")
    @Allowed({Role.ADMINISTRATOR, Role.RECRUITER, Role.HIRING_MANAGER, Role.INTERVIEWER, Role.BAR_RAISER, Role.CANDIDATE
    })
    ModelAndView page() {
        Catalogue all = catalogue.get();
        List<CandidateView.Week> weeks = IntStream.concat(IntStream.rangeClosed(1, WEEKS), IntStream.of(0))
                .mapToObj(week -> new CandidateView.Week(
                        week,
                        all.all(Preparation.class).stream()
                                .filter(part -> part.week() == week)
                                .toList()))
                .filter(week -> !week.parts().isEmpty())
                .toList();
        return Screen.of(
                "catalogue/candidate/candidate",
                new CandidateView(
                        all.all(CompanyQuestion.class),
                        all.all(CompanyFlag.class),
                        weeks,
                        !Acting.person().is(Role.CANDIDATE)));
    }
}
