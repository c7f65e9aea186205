package touchstone.measurement.ratings.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import touchstone.measurement.ratings.Facet;
import touchstone.measurement.ratings.Fit;
import touchstone.measurement.ratings.RatingTable;
import touchstone.measurement.ratings.RatingsException;

/**
 * Diagnostics of a fit, computed once.
 *
 * <p>Mean squares are standardised as FACETS does it, by the Wilson-Hilferty cube root with the variance from the fourth
 * moments, {@code z = (MS^(1/3) - 1) 3 / q + q / 3}, q at most sqrt 2. Other programs use other
 * degrees of freedom and differ. Sources: B. D. Wright and G. N. Masters, "Rating scale analysis", MESA Press 1982, chapter
 * 5; J. M. Linacre, FACETS manual, tables 7 and 8; R. M. Smith, R. E. Schumacker and M. J. Bush, Journal of Outcome
 * Measurement 2 (1998), 66-78.
 */
public final class Diagnostics {

    private final Fit fit;
    private final Tally candidates;
    private final List<Tally> facets = new ArrayList<>();
    private final double[] standardized;
    private final double[] expected;

    private Diagnostics(Fit fit) {
        this.fit = fit;
        RatingTable table = fit.table();
        candidates = new Tally(table.candidates());
        table.facets().forEach(facet -> facets.add(new Tally(facet.elements())));
        standardized = new double[table.size()];
        expected = new double[table.size()];
    }

    /** Of a fit. */
    public static Diagnostics of(Fit fit) {
        Diagnostics made = new Diagnostics(fit);
        RatingTable table = fit.table();
        fit.forEachRating((row, candidate, expected, variance, fourth) -> {
            double residual = table.step(row) - expected;
            made.expected[row] = expected;
            made.standardized[row] = residual / Math.sqrt(variance);
            double weight = table.weight(row);
            made.candidates.add(candidate, weight, residual, variance, fourth);
            for (int f = 0; f < made.facets.size(); f++) {
                made.facets.get(f).add(table.elementOf(f, row), weight, residual, variance, fourth);
            }
        });
        return made;
    }

    /** Fit of the candidates, in the order of the table; extreme ones of a joint likelihood are left out. */
    public List<ElementFit> candidates() {
        return candidates.fits();
    }

    /** Fit of a facet's elements, in the order of the table; extreme ones of a joint likelihood are left out. */
    public List<ElementFit> facet(String name) {
        return facets.get(index(name)).fits();
    }

    /** Separation of the candidates; empty for fewer than two that are not extreme. */
    public Optional<Spread> candidateSpread() {
        return Spread.of(fit.candidates());
    }

    /** Separation of a facet's elements; empty for fewer than two that are not extreme. */
    public Optional<Spread> spread(String facet) {
        return Spread.of(fit.facet(facet));
    }

    /**
     * Ratings whose standardised residual is at least this large, most unexpected first.
     *
     * @param threshold above 0; 2 marks about one rating in twenty where the model holds
     */
    public List<Unexpected> unexpected(double threshold) {
        if (!(threshold > 0)) {
            throw new RatingsException("the threshold of unexpected ratings is above 0, got " + threshold);
        }
        RatingTable table = fit.table();
        List<Unexpected> result = new ArrayList<>();
        for (int row = 0; row < standardized.length; row++) {
            if (Math.abs(standardized[row]) >= threshold) {
                List<String> elements = new ArrayList<>();
                for (int f = 0; f < table.facets().size(); f++) {
                    elements.add(table.facets().get(f).elements().get(table.elementOf(f, row)));
                }
                result.add(new Unexpected(
                        table.candidates().get(table.candidateOf(row)),
                        elements,
                        table.rating(row),
                        table.scale().lowest() + expected[row],
                        standardized[row]));
            }
        }
        result.sort(Comparator.comparingDouble((Unexpected one) -> -Math.abs(one.standardized()))
                .thenComparing(Unexpected::candidate));
        return List.copyOf(result);
    }

    /** Agreement of interviewers; empty where no two rated a candidate on the same thing. */
    public Optional<Agreement> agreement() {
        int interviewer = fit.table().indexOf(Facet.INTERVIEWER);
        return interviewer < 0 ? Optional.empty() : PairAgreement.of(fit, interviewer);
    }

    /** How each interviewer uses the scale, in the order of the table; empty without that facet. */
    public List<InterviewerStyle> styles() {
        int interviewer = fit.table().indexOf(Facet.INTERVIEWER);
        return interviewer < 0 ? List.of() : Styles.of(fit, interviewer);
    }

    /**
     * How far anchored or otherwise given measures lie from where the ratings would put them: {@code sum (x - E) / sum V},
     * logits; above 0, the element's ratings are higher than its measure says.
     */
    public List<Double> displacements(String facet) {
        return facets.get(index(facet)).displacements();
    }

    private int index(String facet) {
        int index = fit.table().indexOf(facet);
        if (index < 0) {
            throw new RatingsException("the ratings have no facet " + facet);
        }
        return index;
    }
}
