package touchstone.measurement.ranking;

import java.util.Map;

/**
 * What is known of one topic's documents: a grade for each judged document. A grade of 1 or more is relevant and is the
 * document's gain; 0 and negative grades are not relevant and gain nothing. A document without a grade is not relevant.
 */
public final class Judgements {

    private final Map<String, Integer> grades;
    private final int[] ideal;

    private Judgements(Map<String, Integer> grades) {
        this.grades = Map.copyOf(grades);
        int[] ascending = grades.values().stream()
                .mapToInt(Integer::intValue)
                .filter(grade -> grade > 0)
                .sorted()
                .toArray();
        this.ideal = new int[ascending.length];
        for (int i = 0; i < ideal.length; i++) {
            ideal[i] = ascending[ascending.length - 1 - i];
        }
    }

    /** @param grades of each judged document, by its id */
    public static Judgements of(Map<String, Integer> grades) {
        return new Judgements(grades);
    }

    /** The document's grade; 0 when it was not judged. */
    public int grade(String document) {
        return grades.getOrDefault(document, 0);
    }

    /** Number of judged documents, whatever their grade. */
    public int judged() {
        return grades.size();
    }

    /** Number of relevant documents. */
    public int relevant() {
        return ideal.length;
    }

    /** Grade at a rank of the best possible ranking; 0 beyond the last relevant document. {@code rank} counts from 1. */
    int idealGrade(int rank) {
        return rank <= ideal.length ? ideal[rank - 1] : 0;
    }
}
