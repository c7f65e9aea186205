package touchstone.platform.catalogue.requirement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import touchstone.catalogue.Catalogue;
import touchstone.catalogue.content.Entry;
import touchstone.catalogue.content.Requirement;
import touchstone.platform.catalogue.CurrentCatalogue;
import touchstone.platform.catalogue.EntryLink;
import touchstone.platform.catalogue.requirement.RequirementsView.Standing;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

@Controller
class RequirementsController {

    private final CurrentCatalogue catalogue;
    private final Features features;

    RequirementsController(CurrentCatalogue catalogue, Features features) {
        this.catalogue = catalogue;
        this.features = features;
    }

    @GetMapping("/requirements")
    @Allowed({Role.ADMINISTRATOR, Role.RECRUITER, Role.HIRING_MANAGER, Role.INTERVIEWER, Role.BAR_RAISER})
    ModelAndView page(@RequestParam(defaultValue = "") String only) {
        Catalogue all = catalogue.get();
        Map<String, List<Entry>> coverage = all.coverage();
        List<RequirementsView.Row> rows = all.requirements().stream()
                .map(requirement -> row(requirement, coverage.getOrDefault(requirement.id(), List.of())))
                .toList();
        Map<String, List<RequirementsView.Row>> groups = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> only.isEmpty() || name(row.standing()).equals(only))
                .forEach(row -> groups.computeIfAbsent(row.id().replaceFirst("-\\d+$", ""), prefix -> new ArrayList<>())
                        .add(row));
        return Screen.of(
                "catalogue/requirement/requirements",
                new RequirementsView(
                        only,
                        groups.entrySet().stream()
                                .map(group -> new RequirementsView.Group(group.getKey(), group.getValue()))
                                .toList(),
                        count(rows, Standing.COVERED),
                        count(rows, Standing.PARTLY),
                        count(rows, Standing.NOT_YET)));
    }

    private RequirementsView.Row row(Requirement requirement, List<Entry> content) {
        List<Feature> listed = features.of(requirement.id());
        return new RequirementsView.Row(
                requirement.id(),
                requirement.title(),
                requirement.sentence(),
                standing(content, listed),
                content.stream().map(EntryLink::of).toList(),
                listed);
    }

    static Standing standing(List<Entry> content, List<Feature> listed) {
        boolean nothing = listed.stream().allMatch(feature -> feature.state() == Feature.State.NOT_YET);
        if (content.isEmpty() && nothing) {
            return Standing.NOT_YET;
        }
        boolean missing = listed.stream().anyMatch(feature -> feature.state() != Feature.State.HERE);
        return missing ? Standing.PARTLY : Standing.COVERED;
    }

    private static String name(Standing standing) {
        return standing.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static int count(List<RequirementsView.Row> rows, Standing standing) {
        return (int) rows.stream().filter(row -> row.standing() == standing).count();
    }
}
