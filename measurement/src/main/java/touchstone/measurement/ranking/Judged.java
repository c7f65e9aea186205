package touchstone.measurement.ranking;

import java.util.List;

/** A ranking with the grade of each of its documents beside it: all that a {@link RankingMeasure} looks at. */
public final class Judged {

    private final int[] grades;
    private final Judgements judgements;

    private Judged(int[] grades, Judgements judgements) {
        this.grades = grades;
        this.judgements = judgements;
    }

    /** Looks every document of the ranking up. */
    public static Judged of(Ranking ranking, Judgements judgements) {
        List<String> documents = ranking.documents();
        int[] grades = new int[documents.size()];
        for (int i = 0; i < grades.length; i++) {
            grades[i] = judgements.grade(documents.get(i));
        }
        return new Judged(grades, judgements);
    }

    /** Number of documents returned. */
    public int returned() {
        return grades.length;
    }

    /** Number of relevant documents that exist, returned or not. */
    public int relevant() {
        return judgements.relevant();
    }

    /** Grade of the document at a rank, counted from 1 to {@link #returned()}. */
    public int grade(int rank) {
        return grades[rank - 1];
    }

    /** Grade that the best possible ranking has at this rank; 0 beyond the last relevant document. */
    public int idealGrade(int rank) {
        return judgements.idealGrade(rank);
    }

    /** Number of relevant documents among the first ones. */
    int relevantWithin(int cutoff) {
        int found = 0;
        for (int i = 0; i < Math.min(cutoff, grades.length); i++) {
            found += grades[i] > 0 ? 1 : 0;
        }
        return found;
    }
}
