package touchstone.platform.catalogue.signal;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import touchstone.catalogue.Catalogue;
import touchstone.catalogue.content.AvoidedKind;
import touchstone.catalogue.content.Dimension;
import touchstone.catalogue.content.Frame;
import touchstone.catalogue.content.RedFlag;
import touchstone.catalogue.content.Signal;
import touchstone.catalogue.content.StageDescription;
import touchstone.catalogue.content.TakeHomeRule;
import touchstone.platform.catalogue.CurrentCatalogue;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

@Controller
class SignalsController {

    private final CurrentCatalogue catalogue;

    SignalsController(CurrentCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/catalogue/signals")
    @Allowed({Role.ADMINISTRATOR, Role.RECRUITER, Role.HIRING_MANAGER, Role.INTERVIEWER, Role.BAR_RAISER})
    ModelAndView page() {
        Catalogue all = catalogue.get();
        Map<String, String> titles = new HashMap<>();
        all.competencies().forEach(one -> titles.put(one.id(), one.title()));
        all.roles().forEach(one -> titles.put(one.id(), one.title()));
        return Screen.of(
                "catalogue/signal/signals",
                new SignalsView(
                        all.all(Signal.class),
                        all.all(RedFlag.class),
                        all.all(AvoidedKind.class),
                        all.all(Frame.class),
                        all.all(StageDescription.class),
                        all.all(TakeHomeRule.class),
                        all.all(Dimension.class),
                        titles));
    }
}
