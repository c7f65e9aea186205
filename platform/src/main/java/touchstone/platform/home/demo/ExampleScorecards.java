package touchstone.platform.home.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchstone.catalogue.content.Competency;
import touchstone.catalogue.content.PlanStage;
import touchstone.catalogue.content.Question;
import touchstone.platform.hiring.FrozenPlan;
import touchstone.platform.interview.Evidence;
import touchstone.platform.interview.Rating;
import touchstone.platform.interview.Recommendation;
import touchstone.platform.interview.ScorecardContent;

/** Fills in scorecards of the example organisation: the same each time, and people disagree as interviewers do. */
final class ExampleScorecards {

    private static final double SPREAD = 1.6;
    private static final int NOT_OBSERVED_PERCENT = 9;

    private ExampleScorecards() {}

    /** What this interviewer writes about this applicant after this stage. */
    static ScorecardContent fill(FrozenPlan plan, PlanStage stage, Cast.Applicant applicant, Cast.Colleague author) {
        List<Rating> ratings = new ArrayList<>();
        double sum = 0;
        int rated = 0;
        for (String competency : stage.competencies()) {
            int chance = chance(applicant.name(), competency, author.name());
            if (chance % 100 < NOT_OBSERVED_PERCENT && stage.competencies().size() > 1) {
                ratings.add(new Rating.NotObserved(competency));
                continue;
            }
            // what the applicant is like in this competency, then how this interviewer sees it
            double seen = applicant.ability()
                    + SPREAD * (share(applicant.name(), competency, "") - 0.5)
                    + (share(applicant.name(), competency, author.name()) - 0.5)
                    - author.severity();
            int value = (int) Math.clamp(Math.round(seen), 1, 5);
            ratings.add(new Rating.Rated(competency, value, evidence(plan, stage, competency, value, chance)));
            sum += value;
            rated++;
        }
        double mean = rated == 0 ? 0 : sum / rated;
        return new ScorecardContent(Optional.of(recommendation(mean)), summary(mean), ratings);
    }

    private static Recommendation recommendation(double mean) {
        if (mean < 2.2) {
            return Recommendation.STRONG_NO;
        }
        if (mean < 3) {
            return Recommendation.NO;
        }
        return mean < 4.2 ? Recommendation.YES : Recommendation.STRONG_YES;
    }

    private static String summary(double mean) {
        if (mean < 3) {
            return "Needed a hint at most turns, and the answers stayed general when I asked for numbers.";
        }
        return mean < 4
                ? "Reasoned aloud and corrected course after a probe. I would want to see more on operating it."
                : "Set the requirements before the design, named what would break first, and said how to find out.";
    }

    private static List<Evidence> evidence(FrozenPlan plan, PlanStage stage, String competency, int value, int chance) {
        List<String> lines = new ArrayList<>();
        for (String id : stage.questions()) {
            plan.question(id)
                    .filter(question -> question.use().competencies().contains(competency))
                    .ifPresent(question -> lines.addAll(signals(question, value)));
        }
        if (lines.isEmpty()) {
            plan.competency(competency).map(one -> anchor(one, value)).ifPresent(lines::add);
        }
        return List.of(new Evidence(Optional.empty(), lines.get(chance % lines.size())));
    }

    private static String anchor(Competency competency, int value) {
        return "As the anchor says: " + competency.anchor(value);
    }

    private static List<String> signals(Question question, int value) {
        String prefix = question.title() + ": ";
        List<String> heard = value >= 4
                ? question.guide().strong()
                : value <= 2 ? question.guide().weak() : question.guide().keyPoints();
        return heard.stream().map(line -> prefix + line).toList();
    }

    private static double share(String one, String two, String three) {
        return chance(one, two, three) % 1000 / 1000.0;
    }

    /** A number that depends on the three texts and on nothing else. */
    private static int chance(String one, String two, String three) {
        int mixed = (one + '|' + two + '|' + three).hashCode() * 0x9E3779B1;
        return (mixed ^ mixed >>> 15) & Integer.MAX_VALUE;
    }
}
