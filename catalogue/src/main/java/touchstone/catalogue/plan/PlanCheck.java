package touchstone.catalogue.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import touchstone.catalogue.Catalogue;
import touchstone.catalogue.content.Plan;
import touchstone.catalogue.content.PlanStage;
import touchstone.catalogue.content.PlanStage.Pool;
import touchstone.catalogue.content.Policy;
import touchstone.catalogue.content.Question;
import touchstone.catalogue.content.QuestionKind;
import touchstone.catalogue.content.Role;
import touchstone.catalogue.content.StageKind;
import touchstone.catalogue.content.Topic;
import touchstone.catalogue.plan.PlanWarning.Code;

/** What is worth saying about a plan. Pure: the same plan and catalogue give the same warnings in the same order. */
public final class PlanCheck {

    /** Interviews after the screens beyond which a plan is warned of. */
    public static final int MOST_ROUNDS = 6;

    /** Share of the weight, in percent, beyond which labs are warned of. */
    public static final int MOST_LAB_PERCENT = 40;

    private final Plan plan;
    private final Catalogue catalogue;
    private final List<PlanWarning> warnings = new ArrayList<>();

    private PlanCheck(Plan plan, Catalogue catalogue) {
        this.plan = plan;
        this.catalogue = catalogue;
    }

    /** The plan's warnings, the most important first. */
    public static List<PlanWarning> of(Plan plan, Catalogue catalogue) {
        PlanCheck check = new PlanCheck(plan, catalogue);
        check.references();
        check.coverage();
        catalogue.role(plan.role()).ifPresent(check::policies);
        check.rounds();
        check.labs();
        plan.stages().forEach(check::stage);
        check.barRaiser();
        return List.copyOf(check.warnings);
    }

    private void references() {
        if (catalogue.role(plan.role()).isEmpty()) {
            unknown("role", plan.role());
        }
        Set<String> competencies = new HashSet<>(plan.weights().keySet());
        plan.stages().forEach(stage -> competencies.addAll(stage.competencies()));
        competencies.stream()
                .filter(id -> catalogue.competency(id).isEmpty())
                .sorted()
                .forEach(id -> unknown("competency", id));
        plan.stages().stream()
                .flatMap(stage -> stage.questions().stream())
                .distinct()
                .filter(id -> catalogue.question(id).isEmpty())
                .forEach(id -> unknown("question", id));
    }

    private void unknown(String noun, String id) {
        warn(
                Code.UNKNOWN,
                "The catalogue holds no %s '%s'.".formatted(noun, id),
                "What the catalogue does not hold cannot be shown to an interviewer.");
    }

    private void coverage() {
        for (CoverageMatrix.Row row : CoverageMatrix.of(plan, catalogue).rows()) {
            if (row.weight() > 0 && !ratedByPeople(row.competency())) {
                warn(
                        Code.UNCOVERED_COMPETENCY,
                        "%s has weight %d, but no interview rates it.".formatted(row.title(), row.weight()),
                        "The decision rule would wait for a rating that nobody can give: only an interview has a"
                                + " scorecard.");
            }
        }
        boolean evaluation = plan.stages().stream()
                .flatMap(stage -> stage.competencies().stream())
                .flatMap(id -> catalogue.competency(id).stream())
                .anyMatch(competency -> competency.topic() == Topic.EVALUATION);
        if (!evaluation) {
            warn(
                    Code.NO_EVALUATION,
                    "No stage rates how the candidate evaluates a system.",
                    "Whether somebody can show that a change made a system better tells more about their work with"
                            + " models than how much they know about them.");
        }
    }

    private boolean ratedByPeople(String competency) {
        return plan.stages().stream()
                .filter(stage -> stage.kind().isInterview())
                .anyMatch(stage -> stage.competencies().contains(competency));
    }

    private void policies(Role role) {
        Map<QuestionKind, Integer> screenMinutes = new LinkedHashMap<>();
        for (PlanStage stage : plan.stages()) {
            for (Question question : questions(stage)) {
                outOfBounds(role, stage, question);
                if (stage.kind().isScreen()) {
                    screenMinutes.merge(question.use().kind(), question.use().minutes(), Integer::sum);
                }
            }
        }
        int screens = plan.stages().stream()
                .filter(stage -> stage.kind().isScreen())
                .mapToInt(PlanStage::minutes)
                .sum();
        screenMinutes.forEach((kind, minutes) -> {
            if (role.policyFor(kind) instanceof Policy.Limited limited
                    && minutes * 100 > screens * limited.mostScreenPercent()) {
                warn(
                        Code.OVER_LIMIT,
                        "Questions of the kind %s take %d of %d screen minutes; for the role %s at most %d %% are meant."
                                .formatted(kind, minutes, screens, role.title(), limited.mostScreenPercent()),
                        limited.reason());
            }
        });
    }

    private void outOfBounds(Role role, PlanStage stage, Question question) {
        question.reasonAgainst(role.id())
                .ifPresent(reason -> warn(
                        Code.OUT_OF_BOUNDS,
                        "The question '%s' in '%s' is out of bounds for the role %s."
                                .formatted(question.title(), stage.title(), role.title()),
                        reason));
        if (role.policyFor(question.use().kind()) instanceof Policy.OutOfBounds out) {
            warn(
                    Code.OUT_OF_BOUNDS,
                    "The question '%s' in '%s' is of the kind %s, which is out of bounds for the role %s."
                            .formatted(
                                    question.title(),
                                    stage.title(),
                                    question.use().kind(),
                                    role.title()),
                    out.reason());
        }
    }

    private void rounds() {
        long rounds = plan.stages().stream()
                .filter(stage -> stage.kind().isInterview() && !stage.kind().isScreen())
                .count();
        if (rounds > MOST_ROUNDS) {
            warn(
                    Code.TOO_MANY_ROUNDS,
                    "The plan has %d interviews after the screens; more than %d are too many."
                            .formatted(rounds, MOST_ROUNDS),
                    "Usual loops have four to six. Google's own study of its hiring, told by Laszlo Bock in 'Work"
                        + " Rules', found that after the fourth interview each further one made the decision surer by"
                        + " one point in a hundred or less, while candidates wait and leave.");
        }
    }

    /** Each competency's weight is split evenly over the stages that rate it; what falls to stages with a lab is theirs. */
    private void labs() {
        double labs = 0;
        double all = 0;
        for (Map.Entry<String, Integer> weight : plan.weights().entrySet()) {
            List<PlanStage> rating = plan.stages().stream()
                    .filter(stage -> stage.competencies().contains(weight.getKey()))
                    .toList();
            long withLab =
                    rating.stream().filter(stage -> stage.lab().isPresent()).count();
            all += weight.getValue();
            labs += rating.isEmpty() ? 0 : weight.getValue() * (double) withLab / rating.size();
        }
        if (labs * 100 > all * MOST_LAB_PERCENT) {
            warn(
                    Code.LABS_TOO_HEAVY,
                    "Labs carry %d %% of the weight; at most %d %% are meant."
                            .formatted(Math.round(labs * 100 / all), MOST_LAB_PERCENT),
                    "A lab measures one piece of engineering well and the rest of the work not at all; what people"
                            + " hear and see in talks must be able to outweigh it.");
        }
    }

    private void stage(PlanStage stage) {
        int needed = questions(stage).stream()
                .mapToInt(question -> question.use().minutes())
                .sum();
        if (stage.kind().isInterview() && needed > stage.minutes()) {
            warn(
                    Code.STAGE_TOO_SHORT,
                    "The questions of '%s' take %d minutes; the stage has %d."
                            .formatted(stage.title(), needed, stage.minutes()),
                    "A rushed interviewer drops the probes, and with them the evidence; candidates who think aloud"
                            + " lose most.");
        }
        if (stage.kind().isInterview() && (stage.pool() == Pool.NONE || stage.interviewers() < 1)) {
            warn(
                    Code.NO_POOL,
                    "Nobody is named to hold '%s'.".formatted(stage.title()),
                    "Without a pool and at least one interviewer the stage cannot be scheduled.");
        }
        boolean rates = stage.kind() != StageKind.DEBRIEF && stage.kind() != StageKind.OFFER;
        if (rates && stage.competencies().isEmpty()) {
            warn(
                    Code.NOTHING_RATED,
                    "'%s' rates no competency.".formatted(stage.title()),
                    "Its scorecard would be empty, and the decision could not use what was seen there.");
        }
    }

    private void barRaiser() {
        boolean has = plan.stages().stream()
                .anyMatch(stage -> stage.kind() == StageKind.BAR_RAISER || stage.pool() == Pool.BAR_RAISERS);
        if (plan.rule().veto() && !has) {
            warn(
                    Code.NO_BAR_RAISER,
                    "The rule gives the bar raiser a veto, but no stage has a bar raiser.",
                    "A veto by somebody who has not met the candidate rests on hearsay.");
        }
    }

    private List<Question> questions(PlanStage stage) {
        return stage.questions().stream()
                .flatMap(id -> catalogue.question(id).stream())
                .toList();
    }

    private void warn(Code code, String sentence, String why) {
        warnings.add(new PlanWarning(code, sentence, why));
    }
}
