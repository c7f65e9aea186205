package touchstone.cli.measure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import touchstone.cli.measure.Report.Grid;
import touchstone.cli.measure.Report.Section;
import touchstone.measurement.MeasurementException;
import touchstone.measurement.ratings.Connectivity;
import touchstone.measurement.ratings.Design;
import touchstone.measurement.ratings.Facet;
import touchstone.measurement.ratings.Fit;
import touchstone.measurement.ratings.JointLikelihood;
import touchstone.measurement.ratings.MarginalLikelihood;
import touchstone.measurement.ratings.MaximumPosterior;
import touchstone.measurement.ratings.RatingTable;
import touchstone.measurement.ratings.RatingTableBuilder;
import touchstone.measurement.ratings.RatingsException;
import touchstone.measurement.ratings.Scale;

/** Many-facet Rasch measurement of a file of ratings. */
public final class RatingsAnalysis {

    private final CsvTable table;
    private final Columns.Places places;
    private final RatingsRequest request;
    private final List<String> lead = new ArrayList<>();

    private RatingsAnalysis(CsvTable table, Columns.Places places, RatingsRequest request) {
        this.table = table;
        this.places = places;
        this.request = request;
    }

    /** Measures a file with one rating in each row. */
    public static Found of(CsvTable table, Columns columns, RatingsRequest request) {
        RatingsAnalysis analysis = new RatingsAnalysis(table, columns.in(table), request);
        try {
            return analysis.found();
        } catch (RatingsException refused) {
            throw new MeasurementException(table.file() + ": " + refused.getMessage() + ".", refused);
        }
    }

    private Found found() {
        Optional<RatingsGroups> groups =
                request.group().map(column -> RatingsGroups.read(table, places.candidate(), column));
        RatingTable ratings = ratings();
        request.bar().ifPresent(bar -> checkBar(bar, ratings.scale()));
        lead.add(places.words(table));
        lead.add(Texts.count(ratings.size(), "rating") + " of "
                + Texts.count(ratings.candidates().size(), "candidate") + " on a scale from "
                + ratings.scale().lowest() + " to " + ratings.scale().highest()
                + (request.scale().isPresent() ? "." : " (the ratings that occur; name the scale with --scale)."));
        Map<String, Object> document = Documents.of(
                "file",
                table.file(),
                "ratings",
                ratings.size(),
                "candidates",
                ratings.candidates().size(),
                "scale",
                List.of(ratings.scale().lowest(), ratings.scale().highest()),
                "dataDigest",
                ratings.digest());
        return switch (Connectivity.check(ratings)) {
            case Design.Disconnected apart -> {
                groups.ifPresent(one -> lead.add(
                        "Groups are not compared: nothing links some candidates with others, so nothing is adjusted."));
                yield disconnected(ratings, apart, document);
            }
            case Design.Connected together -> {
                document.put("connected", true);
                lead.add(together.sentence());
                alone(ratings);
                RatingsSections sections = new RatingsSections(fit(ratings), request);
                document.putAll(sections.document());
                lead.addAll(sections.lead());
                List<Section> parts = new ArrayList<>(sections.sections());
                groups.ifPresent(one -> one.add(ratings, parts, document));
                yield new Found(document, new Report("Ratings as measurements", lead, parts));
            }
        };
    }

    /** With one of a kind nothing is compared, and the numbers of that kind are the prior's. */
    private void alone(RatingTable ratings) {
        if (ratings.facet(Facet.INTERVIEWER).orElseThrow().elements().size() == 1) {
            lead.add("There is one interviewer only: whether severe or mild cannot be told, so fair scores are adjusted"
                    + " for no severity.");
        }
        if (ratings.candidates().size() == 1) {
            lead.add("There is one candidate only: how severe interviewers are is told from this candidate alone.");
        }
    }

    private static void checkBar(double bar, Scale scale) {
        if (!(bar >= scale.lowest() && bar <= scale.highest())) {
            throw new MeasurementException("--bar " + bar + " is not on the scale from " + scale.lowest() + " to "
                    + scale.highest() + "; choose a fair score on it.");
        }
    }

    private Fit fit(RatingTable ratings) {
        return switch (request.estimator()) {
            case MAP -> MaximumPosterior.withDefaults().fit(ratings);
            case JMLE -> JointLikelihood.withDefaults().fit(ratings);
            case MMLE -> MarginalLikelihood.withDefaults().fit(ratings);
        };
    }

    private RatingTable ratings() {
        Bounds bounds = request.scale().orElseGet(this::occurring);
        RatingTableBuilder builder = RatingTable.builder(
                new Scale(bounds.low(), bounds.high()), places.names().toArray(String[]::new));
        Set<String> seen = new HashSet<>();
        String[] elements = new String[places.facets().size()];
        int empty = 0;
        for (CsvTable.Row row : table.rows()) {
            String candidate = row.name(places.candidate());
            for (int i = 0; i < elements.length; i++) {
                elements[i] = row.name(places.facets().get(i));
            }
            OptionalDouble rating = row.number(places.rating());
            if (rating.isEmpty()) {
                empty++;
                continue;
            }
            bounds.check(row, rating.getAsDouble());
            if (!seen.add(candidate + '\0' + String.join("\0", elements))) {
                throw new MeasurementException(row.place() + ": the rating of '" + Texts.clip(candidate) + "' by '"
                        + Texts.clip(String.join(", ", elements)) + "' stands twice; keep one.");
            }
            builder.add(candidate, rating.getAsDouble(), elements);
        }
        if (empty > 0) {
            lead.add(Texts.count(empty, "row") + " without a rating left out.");
        }
        return builder.build();
    }

    private Bounds occurring() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (CsvTable.Row row : table.rows()) {
            OptionalDouble rating = row.number(places.rating());
            if (rating.isPresent()) {
                double value = rating.getAsDouble();
                if (value != Math.rint(value) || Math.abs(value) > 1_000) {
                    throw new MeasurementException(row.place() + ": the rating " + Texts.number(value, 2)
                            + " is no whole number from -1000 to 1000; ratings are steps of a scale.");
                }
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (!(low < high)) {
            throw new MeasurementException(table.file()
                    + " has fewer than two different ratings, so the scale cannot be seen; name it with"
                    + " --scale, such as 1..5.");
        }
        return new Bounds((int) low, (int) high);
    }

    /** Nothing is adjusted: raw means within each group, and who would have to meet whom. */
    private Found disconnected(RatingTable ratings, Design.Disconnected apart, Map<String, Object> document) {
        document.put("connected", false);
        document.put("rankDefect", apart.defect());
        document.put(
                "blocks",
                apart.blocks().stream()
                        .map(block ->
                                Documents.of("candidates", block.candidates(), "interviewers", block.interviewers()))
                        .toList());
        document.put(
                "bridges",
                apart.bridges().stream()
                        .map(bridge ->
                                Documents.of("candidate", bridge.candidate(), "interviewer", bridge.interviewer()))
                        .toList());
        Grid groups = Grid.of("group", "candidates", "interviewers");
        for (int i = 0; i < apart.blocks().size(); i++) {
            Design.Block block = apart.blocks().get(i);
            groups.row(Integer.toString(i + 1), some(block.candidates()), some(block.interviewers()));
        }
        Grid means = Grid.of("candidate", "ratings", "raw mean");
        for (int n = 0;
                n < Math.min(RatingsSections.MOST_ROWS, ratings.candidates().size());
                n++) {
            double sum = 0;
            int count = ratings.firstRow(n + 1) - ratings.firstRow(n);
            for (int row = ratings.firstRow(n); row < ratings.firstRow(n + 1); row++) {
                sum += ratings.rating(row);
            }
            means.row(ratings.candidates().get(n), Integer.toString(count), Texts.number(sum / count));
        }
        return new Found(
                document,
                new Report(
                        "Ratings as measurements",
                        lead,
                        List.of(
                                Section.of(
                                        "Groups that nothing links",
                                        List.of(
                                                apart.sentence(),
                                                "Whether a group has better candidates or milder interviewers cannot"
                                                        + " be told from these ratings."),
                                        groups),
                                Section.of(
                                        "Raw means, not adjusted",
                                        List.of("Compare them within a group only."),
                                        means))));
    }

    private static String some(List<String> names) {
        int most = 12;
        return String.join(", ", names.subList(0, Math.min(most, names.size())))
                + (names.size() > most ? " and " + (names.size() - most) + " more" : "");
    }
}
