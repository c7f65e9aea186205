package touchstone.platform.insight.fairness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import touchstone.catalogue.content.StageKind;
import touchstone.measurement.fairness.AdverseImpact;
import touchstone.measurement.fairness.GroupCount;
import touchstone.platform.debrief.OpenRatings;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.hiring.Journeys;
import touchstone.platform.hiring.Journeys.Journey;
import touchstone.platform.insight.DeclaredGroups;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

/** How declared groups pass the steps of the process. Counts under five are never shown. */
@Controller
class FairnessController {

    private final DeclaredGroups groups;
    private final Journeys journeys;
    private final InterviewerGroups interviewers;

    FairnessController(DeclaredGroups groups, Journeys journeys, InterviewerGroups interviewers) {
        this.groups = groups;
        this.journeys = journeys;
        this.interviewers = interviewers;
    }

    /** @param through who has come through it, of those for whom it is decided */
    private record Step(String key, Predicate<Journey> decided, Predicate<Journey> through) {}

    private static final List<Step> STEPS = List.of(
            new Step("screens", FairnessController::leftScreens, FairnessController::pastScreens),
            new Step(
                    "loop",
                    journey -> pastScreens(journey) && (reached(journey, StageKind.DEBRIEF) || ended(journey)),
                    journey -> reached(journey, StageKind.DEBRIEF)),
            new Step(
                    "offer",
                    journey -> reached(journey, StageKind.DEBRIEF)
                            && (reached(journey, StageKind.OFFER) || ended(journey)),
                    journey -> reached(journey, StageKind.OFFER)),
            new Step(
                    "whole",
                    journey -> reached(journey, StageKind.OFFER) || ended(journey),
                    journey -> reached(journey, StageKind.OFFER)));

    @GetMapping("/insight/fairness")
    @Allowed(Role.ADMINISTRATOR)
    ModelAndView page() {
        List<Journey> all = journeys.all();
        OpenRatings.Read read = interviewers.read();
        List<FairnessView.Attribute> attributes = groups.all().entrySet().stream()
                .map(entry ->
                        attribute(entry.getKey(), entry.getValue(), all, interviewers.compare(read, entry.getValue())))
                .toList();
        return Screen.of("insight/fairness/fairness", new FairnessView(DeclaredGroups.COLUMNS, attributes));
    }

    @PostMapping("/insight/fairness/groups")
    @Allowed(Role.ADMINISTRATOR)
    String take(@RequestParam MultipartFile file, RedirectAttributes redirect) throws IOException {
        DeclaredGroups.Imported imported = groups.take(new String(file.getBytes(), StandardCharsets.UTF_8));
        return Screen.said(
                redirect, "/insight/fairness", "insight.import.done", imported.declared(), imported.unknown());
    }

    private static FairnessView.Attribute attribute(
            String name, Map<UUID, String> declared, List<Journey> all, List<FairnessView.Interviewed> interviewed) {
        List<Journey> known = all.stream()
                .filter(journey -> declared.containsKey(journey.candidate().id()))
                .toList();
        return new FairnessView.Attribute(
                name,
                known.size(),
                all.size(),
                STEPS.stream().map(step -> step(step, declared, known)).toList(),
                interviewed);
    }

    private static FairnessView.Step step(Step step, Map<UUID, String> declared, List<Journey> known) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Journey journey : known) {
            String group = declared.get(journey.candidate().id());
            if (group != null && step.decided().test(journey)) {
                int[] count = counts.computeIfAbsent(group, one -> new int[2]);
                count[0] += step.through().test(journey) ? 1 : 0;
                count[1]++;
            }
        }
        List<GroupCount> groups = new ArrayList<>();
        counts.forEach((group, count) -> groups.add(new GroupCount(group, count[0], count[1])));
        return new FairnessView.Step(
                step.key(),
                groups.size() < 2 ? List.of() : AdverseImpact.withDefaults().of(groups));
    }

    private static boolean leftScreens(Journey journey) {
        return pastScreens(journey) || ended(journey);
    }

    private static boolean pastScreens(Journey journey) {
        return journey.legs().stream().anyMatch(leg -> !leg.kind().isScreen());
    }

    private static boolean reached(Journey journey, StageKind kind) {
        return journey.legs().stream().anyMatch(leg -> leg.kind() == kind);
    }

    private static boolean ended(Journey journey) {
        return journey.state() == Candidacy.State.REJECTED || journey.state() == Candidacy.State.HIRED;
    }
}
