package touchstone.platform.insight.reliability;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import touchstone.measurement.agreement.Agreement;
import touchstone.measurement.agreement.KrippendorffAlpha;
import touchstone.measurement.agreement.Level;
import touchstone.measurement.agreement.RaterTable;
import touchstone.measurement.agreement.RaterTableBuilder;
import touchstone.measurement.reliability.Components;
import touchstone.measurement.reliability.CrossedScores;
import touchstone.measurement.reliability.DecisionStudy;
import touchstone.measurement.reliability.ReliabilityInterval;
import touchstone.measurement.reliability.RemlComponents;
import touchstone.platform.catalogue.CurrentCatalogue;
import touchstone.platform.debrief.OpenRatings;
import touchstone.platform.interview.RatingLog.Entry;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

/** How reliable the interviewing is, and how many interviewers a wanted reliability takes. */
@Controller
class ReliabilityController {

    private static final int MOST_INTERVIEWERS = 12;
    private static final String CANDIDATE = "candidate";
    private static final String INTERVIEWER = "interviewer";
    private static final String COMPETENCY = "competency";
    private static final Set<String> FIXED = Set.of(COMPETENCY);

    private final OpenRatings ratings;
    private final CurrentCatalogue catalogue;

    ReliabilityController(OpenRatings ratings, CurrentCatalogue catalogue) {
        this.ratings = ratings;
        this.catalogue = catalogue;
    }

    /** @param interviewers for which the reliability is written out */
    @GetMapping("/insight/reliability")
    @Allowed({Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    ModelAndView page(@RequestParam(defaultValue = "4") int interviewers) {
        List<Entry> entries = newest(ratings.read().entries());
        return Screen.of(
                "insight/reliability/reliability",
                new ReliabilityView(
                        sources(entries, Math.clamp(interviewers, 1, MOST_INTERVIEWERS)),
                        byCompetency(entries),
                        byQuarter(entries),
                        entries.size()));
    }

    private record Cell(Object application, Object interviewer, String competency) {}

    private static List<Entry> newest(List<Entry> entries) {
        Map<Cell, Entry> newest = new LinkedHashMap<>();
        entries.forEach(
                entry -> newest.put(new Cell(entry.application(), entry.interviewer(), entry.competency()), entry));
        return List.copyOf(newest.values());
    }

    private static ReliabilityView.Sources sources(List<Entry> entries, int interviewers) {
        CrossedScores.Builder scores = CrossedScores.builder(CANDIDATE, INTERVIEWER, COMPETENCY);
        entries.forEach(entry -> scores.add(
                entry.value(),
                entry.application().toString(),
                entry.interviewer().toString(),
                entry.competency()));
        if (entries.isEmpty()) {
            return new ReliabilityView.Sources.Unknown("There are no open ratings yet.");
        }
        RemlComponents.Fit fit = RemlComponents.of(scores.build());
        return switch (fit.components()) {
            case Components.Undefined none -> new ReliabilityView.Sources.Unknown(none.reason());
            case Components.Estimated found ->
                new ReliabilityView.Sources.Known(
                        found.parts().stream()
                                .map(part -> new ReliabilityView.Part(
                                        part.facets(), part.variance(), Math.max(0, part.variance()) / found.total()))
                                .sorted(Comparator.comparingDouble(ReliabilityView.Part::variance)
                                        .reversed())
                                .toList(),
                        study(
                                DecisionStudy.of(found, CANDIDATE, FIXED),
                                ReliabilityInterval.of(fit),
                                eachRates(entries)),
                        interviewers,
                        found.notes());
        };
    }

    /** Competencies that an interviewer rates of one candidate, in the middle. */
    private static int eachRates(List<Entry> entries) {
        List<Long> counts = entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.application() + " " + entry.interviewer(), Collectors.counting()))
                .values()
                .stream()
                .sorted()
                .toList();
        return Math.toIntExact(counts.get(counts.size() / 2));
    }

    private static ReliabilityView.Study study(
            DecisionStudy study, Optional<ReliabilityInterval> intervals, int competencies) {
        Map<String, Integer> each = Map.of(COMPETENCY, competencies);
        return new ReliabilityView.Study(
                IntStream.rangeClosed(1, MOST_INTERVIEWERS)
                        .mapToObj(count -> {
                            Map<String, Integer> counts = Map.of(COMPETENCY, competencies, INTERVIEWER, count);
                            DecisionStudy.Point point = study.at(counts);
                            return new ReliabilityView.Point(
                                    count,
                                    point.dependability(),
                                    point.generalizability(),
                                    intervals.flatMap(
                                            one -> one.of(CANDIDATE, FIXED, counts, DecisionStudy.Criterion.ABSOLUTE)),
                                    intervals.flatMap(
                                            one -> one.of(CANDIDATE, FIXED, counts, DecisionStudy.Criterion.RELATIVE)));
                        })
                        .toList(),
                study.smallest(INTERVIEWER, each, DecisionStudy.Criterion.ABSOLUTE, 0.7),
                study.smallest(INTERVIEWER, each, DecisionStudy.Criterion.ABSOLUTE, 0.8));
    }

    private List<ReliabilityView.Agreed> byCompetency(List<Entry> entries) {
        List<ReliabilityView.Agreed> all = new ArrayList<>();
        all.add(new ReliabilityView.Agreed("", alpha(entries)));
        groups(entries, Entry::competency)
                .forEach((id, some) -> all.add(new ReliabilityView.Agreed(
                        catalogue.get().competency(id).map(one -> one.title()).orElse(id), alpha(some))));
        return all;
    }

    private static List<ReliabilityView.Agreed> byQuarter(List<Entry> entries) {
        List<ReliabilityView.Agreed> quarters = new ArrayList<>();
        groups(entries, entry -> {
                    ZonedDateTime at = entry.submittedAt().atZone(ZoneOffset.UTC);
                    return at.getYear() + ", quarter " + at.get(IsoFields.QUARTER_OF_YEAR);
                })
                .forEach((quarter, some) -> quarters.add(new ReliabilityView.Agreed(quarter, alpha(some))));
        return quarters;
    }

    private static Map<String, List<Entry>> groups(List<Entry> entries, Function<Entry, String> key) {
        return entries.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    /** Krippendorff's alpha, ordinal; a unit is a candidate's competency. */
    private static Agreement alpha(List<Entry> entries) {
        Map<String, Integer> units = new HashMap<>();
        Map<Object, Integer> raters = new HashMap<>();
        RaterTableBuilder table = RaterTable.builder();
        for (Entry entry : entries) {
            table.add(
                    units.computeIfAbsent(entry.application() + " " + entry.competency(), key -> units.size()),
                    raters.computeIfAbsent(entry.interviewer(), key -> raters.size()),
                    entry.value());
        }
        return KrippendorffAlpha.of(Level.ORDINAL).of(table.build());
    }
}
