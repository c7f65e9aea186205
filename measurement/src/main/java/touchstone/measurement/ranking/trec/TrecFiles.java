package touchstone.measurement.ranking.trec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import touchstone.measurement.MeasurementException;
import touchstone.measurement.ranking.Judgements;
import touchstone.measurement.ranking.Qrels;
import touchstone.measurement.ranking.Ranking;
import touchstone.measurement.ranking.Run;
import touchstone.measurement.ranking.Scored;

/**
 * Reads judgements and runs.
 *
 * <p>Fields are separated by blanks or tabs. Blank lines, and lines that begin with {@code #} (as in trec_eval 10.0), are
 * skipped. Lines of a topic need not stand together. A file has at most 256 MiB, a line at most 4,096 bytes. Where trec_eval
 * reads what is no number as 0, these files are refused.
 */
public final class TrecFiles {

    private static final int MOST_GRADE = 1_000;

    private TrecFiles() {}

    /**
     * Judgements: {@code TOPIC ITERATION DOCUMENT GRADE} on each line; the iteration is ignored, the grade is a whole number
     * from -1,000 to 1,000.
     *
     * @throws MeasurementException when the file cannot be read, is empty, or a line is malformed or stands twice
     */
    public static Qrels qrels(Path file) {
        TrecLines lines = TrecLines.read(file, "TOPIC 0 DOCUMENT GRADE");
        Map<String, Map<String, Integer>> topics = new HashMap<>();
        while (lines.next()) {
            lines.needFields(4);
            int grade = grade(lines);
            Map<String, Integer> grades = topics.computeIfAbsent(lines.topic(), _ -> new HashMap<>());
            if (grades.put(lines.field(2), grade) != null) {
                throw lines.wrong("document '" + lines.shown(2) + "' is judged twice for topic '" + lines.shown(0)
                        + "'; keep one of the lines");
            }
        }
        if (topics.isEmpty()) {
            throw lines.empty();
        }
        Map<String, Judgements> judgements = new HashMap<>();
        topics.forEach((topic, grades) -> judgements.put(topic, Judgements.of(grades)));
        return Qrels.of(judgements);
    }

    /**
     * A run: {@code TOPIC Q0 DOCUMENT RANK SCORE NAME} on each line. Second field and rank are ignored, as in trec_eval: the
     * order is that of {@link Ranking#byScore}. The run's name is the last field of the first line.
     *
     * @throws MeasurementException when the file cannot be read, is empty, or a line is malformed or stands twice
     */
    public static Run run(Path file) {
        TrecLines lines = TrecLines.read(file, "TOPIC Q0 DOCUMENT RANK SCORE NAME");
        Map<String, Returned> topics = new HashMap<>();
        String name = "";
        while (lines.next()) {
            lines.needFields(6);
            if (topics.isEmpty()) {
                name = lines.field(5);
            }
            Returned returned = topics.computeIfAbsent(lines.topic(), _ -> new Returned());
            if (!returned.add(lines.field(2), score(lines))) {
                throw lines.wrong("document '" + lines.shown(2) + "' is returned twice for topic '" + lines.shown(0)
                        + "'; keep the better line");
            }
        }
        if (topics.isEmpty()) {
            throw lines.empty();
        }
        Map<String, Ranking> rankings = HashMap.newHashMap(topics.size());
        topics.forEach((topic, returned) -> rankings.put(topic, Ranking.byScore(returned.results)));
        return new Run(name, rankings);
    }

    private static int grade(TrecLines lines) {
        try {
            int grade = Integer.parseInt(lines.field(3));
            if (Math.abs(grade) <= MOST_GRADE) {
                return grade;
            }
        } catch (NumberFormatException wrong) {
            throw lines.wrong(
                    "the grade '" + lines.shown(3) + "' is not a whole number; a line is '" + lines.form() + "'");
        }
        throw lines.wrong("the grade " + lines.shown(3) + " is out of range; grades lie from -1000 to 1000");
    }

    private static double score(TrecLines lines) {
        String written = lines.field(4);
        try {
            double score = Double.parseDouble(written);
            if (Double.isFinite(score) && !written.isEmpty() && isPlain(written.charAt(written.length() - 1))) {
                return score;
            }
        } catch (NumberFormatException wrong) {
            throw lines.wrong("the score '" + lines.shown(4) + "' is not a number; a line is '" + lines.form() + "'");
        }
        throw lines.wrong(
                "the score '" + lines.shown(4) + "' is not a finite decimal number; write it like 12.5 or 1e-3");
    }

    /** Java would also read {@code 1.5f}. */
    private static boolean isPlain(char last) {
        return (last >= '0' && last <= '9') || last == '.';
    }

    /** What was returned for one topic. */
    private static final class Returned {
        private final List<Scored> results = new ArrayList<>();
        private final Set<String> documents = new HashSet<>();

        boolean add(String document, double score) {
            results.add(new Scored(document, score));
            return documents.add(document);
        }
    }
}
