package touchstone.cli.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import touchstone.chance.Chance;
import touchstone.cli.measure.Report.Grid;
import touchstone.cli.measure.Report.Section;
import touchstone.measurement.MeasurementException;
import touchstone.measurement.agreement.Agreement;
import touchstone.measurement.agreement.BrennanPrediger;
import touchstone.measurement.agreement.CohenKappa;
import touchstone.measurement.agreement.FleissKappa;
import touchstone.measurement.agreement.GwetAc;
import touchstone.measurement.agreement.IntraclassCorrelation;
import touchstone.measurement.agreement.KendallW;
import touchstone.measurement.agreement.KrippendorffAlpha;
import touchstone.measurement.agreement.Level;
import touchstone.measurement.agreement.PercentAgreement;
import touchstone.measurement.agreement.RaterTable;
import touchstone.measurement.agreement.RaterTableBuilder;
import touchstone.measurement.agreement.Weights;
import touchstone.measurement.interval.Interval;

/** Every coefficient of agreement that a file allows. */
public final class AgreementAnalysis {

    private static final int LARGE = 5_000;

    private final CsvTable table;
    private final Columns columns;
    private final Optional<Bounds> scale;
    private final List<String> lead = new ArrayList<>();
    private final Map<String, Integer> codes = new HashMap<>();
    private final Grid grid = Grid.of("coefficient", "value", "standard error", "95 % interval", "what it means");
    private final List<Object> rows = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();

    private AgreementAnalysis(CsvTable table, Columns columns, Optional<Bounds> scale) {
        this.table = table;
        this.columns = columns;
        this.scale = scale;
    }

    /**
     * Measures a file: either one rating in each row with columns for candidate and interviewer, or one column for each rater.
     *
     * @param scale lowest and highest rating; empty for the ratings that occur
     */
    public static Found of(CsvTable table, Columns columns, Optional<Bounds> scale) {
        return new AgreementAnalysis(table, columns, scale).found();
    }

    private Found found() {
        RaterTable ratings = columns.inRows(table) ? fromRows() : fromColumns();
        boolean ordered = codes.isEmpty();
        nominal(ratings);
        if (ordered) {
            ordered(ratings);
            correlations(ratings);
        }
        lead.add(Texts.count(ratings.units(), "unit") + ", " + Texts.count(ratings.raters(), "rater") + ", "
                + Texts.count(ratings.size(), "rating") + "; "
                + (ratings.categories().length == 1 ? "1 category." : ratings.categories().length + " categories."));
        lead.add("1 is perfect agreement, 0 what chance alone would give. Rules of thumb: Krippendorff wants alpha of"
                + " at least .8, .667 for tentative conclusions. Severity lowers agreement, but not Kendall's W"
                + " and ICC(3).");
        Map<String, Object> document = Documents.of(
                "file",
                table.file(),
                "units",
                ratings.units(),
                "raters",
                ratings.raters(),
                "ratings",
                ratings.size(),
                "coefficients",
                rows);
        Section section = reasons.size() == rows.size()
                ? Section.of("No result", reasons.stream().distinct().toArray(String[]::new))
                : Section.of("Coefficients", List.of(), grid);
        return new Found(document, new Report("Agreement", lead, List.of(section)));
    }

    private RaterTable fromRows() {
        Columns.Places places = columns.in(table);
        lead.add(places.words(table));
        lead.add("A unit is a candidate"
                + (places.names().size() > 1
                        ? " and "
                                + String.join(
                                        " and ",
                                        places.names().subList(1, places.names().size()))
                        : "")
                + ".");
        ToIntFunction<String> code = codes(List.of(places.rating()));
        Map<List<String>, Integer> units = new HashMap<>();
        Map<String, Integer> raters = new HashMap<>();
        Set<Long> seen = new HashSet<>();
        RaterTableBuilder builder = builder();
        for (CsvTable.Row row : table.rows()) {
            List<String> unit = new ArrayList<>(List.of(row.name(places.candidate())));
            places.facets().subList(1, places.facets().size()).forEach(column -> unit.add(row.name(column)));
            String rater = row.name(places.facets().getFirst());
            int unitNumber = units.computeIfAbsent(List.copyOf(unit), fresh -> units.size());
            int raterNumber = raters.computeIfAbsent(rater, fresh -> raters.size());
            if (!seen.add((long) unitNumber << 32 | raterNumber)) {
                throw new MeasurementException(row.place() + ": '" + Texts.clip(rater) + "' rated '"
                        + Texts.clip(String.join(", ", unit)) + "' twice; keep one.");
            }
            add(builder, row, unitNumber, raterNumber, places.rating(), code);
        }
        return builder.build();
    }

    private RaterTable fromColumns() {
        List<Integer> raters = Columns.raters(table);
        lead.add("No column of interviewers: every row is a unit, and the raters are the columns "
                + String.join(", ", raters.stream().map(table.header()::get).toList()) + ".");
        ToIntFunction<String> code = codes(raters);
        RaterTableBuilder builder = builder();
        for (int unit = 0; unit < table.rows().size(); unit++) {
            for (int rater = 0; rater < raters.size(); rater++) {
                add(builder, table.rows().get(unit), unit, rater, raters.get(rater), code);
            }
        }
        return builder.build();
    }

    private RaterTableBuilder builder() {
        RaterTableBuilder builder = RaterTable.builder();
        scale.ifPresent(bounds -> builder.withCategories(bounds.all()));
        return builder;
    }

    private void add(
            RaterTableBuilder builder, CsvTable.Row row, int unit, int rater, int column, ToIntFunction<String> code) {
        if (row.text(column).isEmpty()) {
            return;
        }
        double value = codes.isEmpty() ? row.number(column).orElseThrow() : code.applyAsInt(row.text(column));
        scale.ifPresent(bounds -> bounds.check(row, value));
        builder.add(unit, rater, value);
    }

    /** Where most ratings are words, words get codes and only nominal coefficients make sense. */
    private ToIntFunction<String> codes(List<Integer> ratingColumns) {
        TreeSet<String> words = new TreeSet<>();
        long ratings = 0;
        long numbers = 0;
        for (CsvTable.Row row : table.rows()) {
            for (int column : ratingColumns) {
                String text = row.text(column);
                ratings += text.isEmpty() ? 0 : 1;
                numbers += text.matches("[-+]?[\\d.]+([eE][-+]?\\d+)?|NaN|[-+]?Infinity") ? 1 : 0;
                if (words.size() <= 1_000) {
                    words.add(text);
                }
            }
        }
        if (scale.isEmpty() && ratings > 0 && numbers < ratings / 2) {
            words.remove("");
            words.forEach(word -> codes.put(word, codes.size()));
            lead.add("The ratings are words: categories without order.");
        }
        return word -> {
            Integer known = codes.get(word);
            if (known == null) {
                throw new MeasurementException(table.file() + " has more than 1,000 different words as ratings.");
            }
            return known;
        };
    }

    private void nominal(RaterTable ratings) {
        add(
                "Percent agreement",
                PercentAgreement.withDefaults().of(ratings),
                "share of pairs of ratings that are equal");
        add(
                "Krippendorff's alpha, nominal",
                alpha(ratings, Level.NOMINAL),
                "equal or not; any number of raters, gaps allowed");
        add(
                ratings.raters() == 2 ? "Cohen's kappa" : "Conger's kappa",
                CohenKappa.withDefaults().of(ratings),
                "equal or not; chance from each rater's own habits");
        add("Fleiss' kappa", FleissKappa.withDefaults().of(ratings), "equal or not; chance from all ratings together");
        add("Gwet's AC1", GwetAc.withDefaults().of(ratings), "equal or not; steady when one category prevails");
        add(
                "Brennan-Prediger",
                BrennanPrediger.withDefaults().of(ratings),
                "equal or not; chance alike for all categories");
    }

    private static Agreement alpha(RaterTable ratings, Level level) {
        return KrippendorffAlpha.of(level).of(ratings);
    }

    private void ordered(RaterTable ratings) {
        add("Krippendorff's alpha, ordinal", alpha(ratings, Level.ORDINAL), "order counts");
        add("Krippendorff's alpha, interval", alpha(ratings, Level.INTERVAL), "distances count, squared");
        add("Krippendorff's alpha, ratio", alpha(ratings, Level.RATIO), "distances count relative to size");
        for (Weights weights : List.of(Weights.LINEAR, Weights.QUADRATIC)) {
            String how = weights == Weights.LINEAR ? "linear" : "quadratic";
            String words = weights == Weights.LINEAR ? "distances count" : "large distances count most";
            add(
                    "Kappa, " + how + " weights",
                    CohenKappa.withDefaults().withWeights(weights).of(ratings),
                    words);
            add(
                    "Gwet's AC2, " + how + " weights",
                    GwetAc.withDefaults().withWeights(weights).of(ratings),
                    words);
            add(
                    "Brennan-Prediger, " + how,
                    BrennanPrediger.withDefaults().withWeights(weights).of(ratings),
                    words);
        }
    }

    private void correlations(RaterTable ratings) {
        if (!ratings.isComplete()) {
            none(
                    "ICC (six forms), Kendall's W",
                    "need every rater's rating of every unit: " + ratings.size() + " of "
                            + (long) ratings.units() * ratings.raters() + " are there");
            return;
        }
        correlation(ratings, "ICC(1,1)", IntraclassCorrelation.Form.ONE_WAY, "one rater, each unit has others");
        correlation(
                ratings, "ICC(2,1)", IntraclassCorrelation.Form.TWO_WAY_RANDOM, "one rater of many; severity counts");
        correlation(ratings, "ICC(3,1)", IntraclassCorrelation.Form.TWO_WAY_FIXED, "one of these raters; order only");
        correlation(ratings, "ICC(1,k)", IntraclassCorrelation.Form.ONE_WAY_MEAN, "mean of all, each unit has others");
        correlation(
                ratings, "ICC(2,k)", IntraclassCorrelation.Form.TWO_WAY_RANDOM_MEAN, "mean of all; severity counts");
        correlation(ratings, "ICC(3,k)", IntraclassCorrelation.Form.TWO_WAY_FIXED_MEAN, "mean of all; order only");
        switch (KendallW.of(ratings)) {
            case KendallW.Concordance found -> {
                Optional<Interval> interval = ratings.units() > LARGE
                        ? Optional.empty()
                        : Optional.of(KendallW.interval(ratings, Chance.ofSeed(1).stream("measure agreement")));
                row(
                        "Kendall's W",
                        found.w(),
                        Optional.empty(),
                        interval,
                        "common order, 0 to 1; chance p " + Texts.probability(found.pValue()));
            }
            case KendallW.Undefined undefined -> none("Kendall's W", undefined.reason());
        }
    }

    private void correlation(RaterTable ratings, String name, IntraclassCorrelation.Form form, String words) {
        switch (IntraclassCorrelation.withDefaults().of(ratings, form)) {
            case IntraclassCorrelation.Correlation found ->
                row(name, found.value(), Optional.empty(), Optional.of(found.interval()), words);
            case IntraclassCorrelation.Undefined undefined -> none(name, undefined.reason());
        }
    }

    private void add(String name, Agreement agreement, String words) {
        switch (agreement) {
            case Agreement.Estimate found ->
                row(name, found.value(), Optional.of(found.standardError()), Optional.of(found.interval()), words);
            case Agreement.Undefined undefined -> none(name, undefined.reason());
        }
    }

    private void row(String name, double value, Optional<Double> error, Optional<Interval> interval, String words) {
        grid.row(
                name,
                Texts.number(value, 5),
                error.map(found -> Texts.number(found, 5)).orElse(""),
                interval.map(Texts::interval).orElse(""),
                words);
        Map<String, Object> row = Documents.of("name", name, "value", value);
        error.ifPresent(found -> row.put("standardError", found));
        interval.ifPresent(found -> {
            row.put("low", found.low());
            row.put("high", found.high());
        });
        rows.add(row);
    }

    private void none(String name, String reason) {
        reasons.add(reason);
        grid.row(name, "", "", "", reason);
        rows.add(Documents.of("name", name, "undefined", reason));
    }
}
