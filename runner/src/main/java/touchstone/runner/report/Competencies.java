package touchstone.runner.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import touchstone.runner.score.CriterionResult;
import touchstone.runner.score.CriterionResult.Score;

/** The share of the points that each competency's criteria earned, in the order in which competencies first appear. */
final class Competencies {

    private Competencies() {}

    /**
     * @param id of the competency in the catalogue
     * @param points earned by its criteria; one that could not be measured earns none
     * @param maxPoints of its criteria, the unmeasured ones included
     */
    record Share(String id, double points, double maxPoints) {

        /** 0 to 100. */
        double score() {
            return maxPoints == 0 ? 0 : 100 * points / maxPoints;
        }

        private Share plus(double morePoints, double moreMaxPoints) {
            return new Share(id, points + morePoints, maxPoints + moreMaxPoints);
        }
    }

    static List<Share> of(List<CriterionResult> criteria) {
        Map<String, Share> shares = new LinkedHashMap<>();
        for (CriterionResult result : criteria) {
            String id = result.criterion().competency();
            Share before = shares.getOrDefault(id, new Share(id, 0, 0));
            shares.put(id, before.plus(points(result), result.criterion().maxPoints()));
        }
        return new ArrayList<>(shares.values());
    }

    /** What a criterion earned; 0 when it could not be measured. */
    static double points(CriterionResult result) {
        return switch (result.score()) {
            case Score.Scored scored -> scored.points();
            case Score.Unscored _ -> 0;
        };
    }
}
