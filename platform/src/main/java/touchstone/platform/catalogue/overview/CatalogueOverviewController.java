package touchstone.platform.catalogue.overview;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import touchstone.catalogue.Catalogue;
import touchstone.catalogue.SearchHit;
import touchstone.catalogue.content.AvoidedKind;
import touchstone.catalogue.content.CompanyQuestion;
import touchstone.catalogue.content.Frame;
import touchstone.catalogue.content.RedFlag;
import touchstone.catalogue.content.Signal;
import touchstone.catalogue.content.Topic;
import touchstone.platform.catalogue.CurrentCatalogue;
import touchstone.platform.catalogue.EntryLink;
import touchstone.platform.shared.Entered;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

@Controller
class CatalogueOverviewController {

    private static final int MOST_QUERY = 200;
    private static final int MOST_HITS = 40;

    private final CurrentCatalogue catalogue;

    CatalogueOverviewController(CurrentCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The whole page, or only what was found when htmx asks while somebody types. */
    @GetMapping("/catalogue")
    @Allowed({Role.ADMINISTRATOR, Role.RECRUITER, Role.HIRING_MANAGER, Role.INTERVIEWER, Role.BAR_RAISER})
    ModelAndView page(
            @RequestParam(defaultValue = "") String q,
            @RequestHeader(name = "HX-Target", defaultValue = "") String target) {
        boolean part = target.equals("found");
        return Screen.of(part ? "catalogue/overview/found" : "catalogue/overview/overview", view(q));
    }

    private OverviewView view(String typed) {
        Catalogue all = catalogue.get();
        String query = Entered.optional("Search", typed, MOST_QUERY);
        List<SearchHit> hits = all.search(query);
        return new OverviewView(
                query,
                hits.stream()
                        .limit(MOST_HITS)
                        .map(hit -> new OverviewView.Hit(EntryLink.of(hit.entry()), Sentences.of(hit.entry())))
                        .toList(),
                Math.max(0, hits.size() - MOST_HITS),
                Arrays.stream(Topic.values())
                        .map(topic -> new OverviewView.TopicGroup(
                                topic.id(),
                                all.competencies().stream()
                                        .filter(one -> one.topic() == topic)
                                        .toList()))
                        .filter(group -> !group.competencies().isEmpty())
                        .toList(),
                all.roles(),
                all.plans(),
                counts(all));
    }

    private static List<OverviewView.Count> counts(Catalogue all) {
        return List.of(
                new OverviewView.Count("competencies", all.competencies().size(), "#competencies"),
                new OverviewView.Count("questions", all.questions().size(), "/catalogue/questions"),
                new OverviewView.Count("signals", all.all(Signal.class).size(), "/catalogue/signals#signals"),
                new OverviewView.Count("flags", all.all(RedFlag.class).size(), "/catalogue/signals#flags"),
                new OverviewView.Count("avoided", all.all(AvoidedKind.class).size(), "/catalogue/signals#avoided"),
                new OverviewView.Count("frames", all.all(Frame.class).size(), "/catalogue/signals#frames"),
                new OverviewView.Count("ask", all.all(CompanyQuestion.class).size(), "/catalogue/candidate"));
    }
}
