package touchstone.platform.insight.outcomes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import touchstone.chance.Chance;
import touchstone.measurement.correlation.Spearman;
import touchstone.measurement.interval.ClusterBootstrap;
import touchstone.platform.debrief.OpenRatings;
import touchstone.platform.insight.DeclaredGroups;
import touchstone.platform.insight.Outcomes;
import touchstone.platform.interview.RatingLog.Entry;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

/** Whether those who were rated higher in interviews did better later. */
@Controller
class OutcomesController {

    private static final long SEED = 20_260_101;

    private final Outcomes outcomes;
    private final OpenRatings ratings;

    OutcomesController(Outcomes outcomes, OpenRatings ratings) {
        this.outcomes = outcomes;
        this.ratings = ratings;
    }

    @GetMapping("/insight/outcomes")
    @Allowed(Role.ADMINISTRATOR)
    ModelAndView page() {
        Map<UUID, Double> means = means(ratings.read());
        List<OutcomesView.Row> rows = outcomes.all().entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue(), means))
                .toList();
        return Screen.of("insight/outcomes/outcomes", new OutcomesView(Outcomes.COLUMNS, rows));
    }

    @PostMapping("/insight/outcomes")
    @Allowed(Role.ADMINISTRATOR)
    String take(@RequestParam MultipartFile file, RedirectAttributes redirect) throws IOException {
        DeclaredGroups.Imported imported = outcomes.take(new String(file.getBytes(), StandardCharsets.UTF_8));
        return Screen.said(
                redirect, "/insight/outcomes", "insight.import.done", imported.declared(), imported.unknown());
    }

    /** Mean rating of each candidate over all of their applications. */
    private static Map<UUID, Double> means(OpenRatings.Read read) {
        Map<UUID, UUID> candidates = new HashMap<>();
        read.journeys()
                .forEach((application, journey) ->
                        candidates.put(application, journey.candidate().id()));
        return read.entries().stream()
                .filter(entry -> candidates.containsKey(entry.application()))
                .collect(Collectors.groupingBy(
                        entry -> java.util.Objects.requireNonNull(candidates.get(entry.application())),
                        Collectors.averagingInt(Entry::value)));
    }

    private static OutcomesView.Row row(String measure, Map<UUID, Double> values, Map<UUID, Double> means) {
        List<double[]> pairs = new ArrayList<>();
        values.forEach((candidate, value) ->
                Optional.ofNullable(means.get(candidate)).ifPresent(mean -> pairs.add(new double[] {mean, value})));
        double[] x = pairs.stream().mapToDouble(pair -> pair[0]).toArray();
        double[] y = pairs.stream().mapToDouble(pair -> pair[1]).toArray();
        int[] once = new int[x.length];
        Arrays.fill(once, 1);
        Optional<OutcomesView.Correlation> correlation = x.length < OutcomesView.LEAST
                ? Optional.empty()
                : Spearman.of(x, y, once)
                        .map(value -> new OutcomesView.Correlation(
                                value,
                                ClusterBootstrap.withDefaults()
                                        .interval(
                                                x.length,
                                                counts -> Spearman.of(x, y, counts)
                                                        .orElse(value),
                                                Chance.ofSeed(SEED).stream("outcomes")
                                                        .key(measure))));
        return new OutcomesView.Row(measure, values.size(), x.length, correlation, points(x, y));
    }

    private static List<OutcomesView.Point> points(double[] x, double[] y) {
        double low = Arrays.stream(y).min().orElse(0);
        double high = Arrays.stream(y).max().orElse(1);
        List<OutcomesView.Point> points = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            points.add(new OutcomesView.Point((x[i] - 1) / 4, high > low ? (y[i] - low) / (high - low) : 0.5));
        }
        return points;
    }
}
