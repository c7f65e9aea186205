package touchstone.platform.insight.interviewers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import touchstone.measurement.ratings.Connectivity;
import touchstone.measurement.ratings.Design;
import touchstone.measurement.ratings.Facet;
import touchstone.measurement.ratings.Fit;
import touchstone.measurement.ratings.MaximumPosterior;
import touchstone.measurement.ratings.Measure;
import touchstone.measurement.ratings.RatingTable;
import touchstone.measurement.ratings.diagnosis.Diagnostics;
import touchstone.measurement.ratings.diagnosis.ElementFit;
import touchstone.platform.debrief.FairScore;
import touchstone.platform.debrief.FairScores;
import touchstone.platform.debrief.OpenRatings;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

/** How severe and how consistent interviewers are. */
@Controller
class InterviewersController {

    private static final int LEAST_RATINGS = 20;
    private static final int LEAST_INTERVIEWERS = 3;
    private static final double NORMAL_95 = 1.959964;

    /** Those with too few ratings stand last by name: a place in the order would say what is not shown. */
    private static final Comparator<InterviewersView.Row> SEVERE_FIRST = Comparator.comparingDouble(
                    (InterviewersView.Row row) -> row.standing() == InterviewersView.Standing.TOO_FEW
                            ? Double.POSITIVE_INFINITY
                            : -row.severity().value())
            .thenComparing(InterviewersView.Row::name);

    private final OpenRatings ratings;
    private final FairScores fairScores;

    InterviewersController(OpenRatings ratings, FairScores fairScores) {
        this.ratings = ratings;
        this.fairScores = fairScores;
    }

    @GetMapping("/insight/interviewers")
    @Allowed({Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    ModelAndView page() {
        return Screen.of("insight/interviewers/interviewers", view(ratings.read()));
    }

    private InterviewersView view(OpenRatings.Read read) {
        if (read.table().isEmpty()) {
            return new InterviewersView.TooFew(0, 0);
        }
        RatingTable table = read.table().get();
        int interviewers = elements(table);
        if (table.size() < LEAST_RATINGS || interviewers < LEAST_INTERVIEWERS) {
            return new InterviewersView.TooFew(table.size(), interviewers);
        }
        return switch (Connectivity.check(table)) {
            case Design.Connected connected -> new InterviewersView.Measured(List.of(group(read, table)), List.of());
            case Design.Disconnected apart ->
                new InterviewersView.Measured(
                        apart.blocks().stream()
                                .map(block -> group(read, part(table, block)))
                                .toList(),
                        apart.bridges().stream()
                                .map(bridge -> new FairScore.Bridge(
                                        read.candidate(bridge.candidate()), read.interviewer(bridge.interviewer())))
                                .toList());
        };
    }

    private static int elements(RatingTable table) {
        return table.facet(Facet.INTERVIEWER)
                .map(facet -> facet.elements().size())
                .orElse(0);
    }

    private static RatingTable part(RatingTable table, Design.Block block) {
        Set<String> inside = new HashSet<>(block.candidates());
        return table.filter(row -> inside.contains(table.candidates().get(table.candidateOf(row))));
    }

    private InterviewersView.Group group(OpenRatings.Read read, RatingTable table) {
        Fit fit = MaximumPosterior.withDefaults().fit(table);
        fairScores.record(fit.provenance());
        Diagnostics diagnostics = Diagnostics.of(fit);
        List<Measure> measures = fit.facet(Facet.INTERVIEWER);
        List<ElementFit> fits = diagnostics.facet(Facet.INTERVIEWER);
        List<Double> averages = fit.fairAverages(Facet.INTERVIEWER);
        double mean = measures.stream().mapToDouble(Measure::value).average().orElse(0);
        List<InterviewersView.Row> rows = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            Measure measure = measures.get(i);
            double value = measure.value() - mean;
            double half = NORMAL_95 * measure.standardError();
            rows.add(new InterviewersView.Row(
                    read.interviewer(measure.element()),
                    (int) Math.round(measure.ratings()),
                    new InterviewersView.Severity(value, value - half, value + half),
                    averages.get(i),
                    fits.get(i).infit(),
                    fits.get(i).outfit(),
                    standing(measure, fits.get(i))));
        }
        rows.sort(SEVERE_FIRST);
        double widest = rows.stream()
                .filter(row -> row.standing() != InterviewersView.Standing.TOO_FEW)
                .mapToDouble(row -> Math.max(
                        Math.abs(row.severity().low()), Math.abs(row.severity().high())))
                .max()
                .orElse(1);
        return new InterviewersView.Group(rows, Math.max(1, widest), basis(fit, diagnostics));
    }

    private static InterviewersView.Basis basis(Fit fit, Diagnostics diagnostics) {
        Map<String, String> settings = new LinkedHashMap<>(fit.provenance().settings());
        settings.put("estimator", fit.provenance().estimator());
        settings.put("model", fit.provenance().model());
        return new InterviewersView.Basis(
                settings,
                fit.provenance().dataDigest(),
                fit.provenance().ratings(),
                diagnostics
                        .spread(Facet.INTERVIEWER)
                        .map(spread -> spread.population().reliability()),
                fit.notes());
    }

    private static InterviewersView.Standing standing(Measure measure, ElementFit fit) {
        if (measure.ratings() < 10) {
            return InterviewersView.Standing.TOO_FEW;
        }
        if (measure.ratings() < 30) {
            return InterviewersView.Standing.PROVISIONAL;
        }
        if (fit.infit() > 1.5) {
            return InterviewersView.Standing.NOISY;
        }
        return fit.infit() < 0.5 ? InterviewersView.Standing.TOO_PREDICTABLE : InterviewersView.Standing.CONSISTENT;
    }
}
