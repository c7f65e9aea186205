package touchstone.platform.catalogue.level;

import java.util.Comparator;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import touchstone.catalogue.Catalogue;
import touchstone.catalogue.content.Competency;
import touchstone.catalogue.content.LevelPicture;
import touchstone.platform.catalogue.CurrentCatalogue;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

@Controller
class LevelsController {

    private final CurrentCatalogue catalogue;

    LevelsController(CurrentCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/catalogue/levels")
    @Allowed({Role.ADMINISTRATOR, Role.RECRUITER, Role.HIRING_MANAGER, Role.INTERVIEWER, Role.BAR_RAISER})
    ModelAndView page() {
        Catalogue all = catalogue.get();
        return Screen.of(
                "catalogue/level/levels",
                new LevelsView(
                        all.levels().stream()
                                .sorted(Comparator.comparing(LevelPicture::level))
                                .toList(),
                        all.competencies().stream()
                                .sorted(Comparator.comparing(Competency::topic))
                                .toList()));
    }
}
