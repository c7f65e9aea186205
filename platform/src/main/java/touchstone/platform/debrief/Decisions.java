package touchstone.platform.debrief;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.catalogue.content.Level;
import touchstone.catalogue.content.StageKind;
import touchstone.platform.hiring.Applications;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.hiring.Candidates;
import touchstone.platform.hiring.PlanVersions;
import touchstone.platform.interview.Scorecard;
import touchstone.platform.interview.Scorecards;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Entered;
import touchstone.platform.shared.Ids;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/** Decisions with their reasons and the numbers they were made with. The rule advises; a person decides. */
@Service
@Transactional
public class Decisions {

    private static final int MOST_REASONS = 8000;

    private final Ids ids;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private final Round round;
    private final DecisionRows rows;
    private final Vetoes vetoes;
    private final Scorecards scorecards;
    private final Applications applications;
    private final PlanVersions plans;
    private final Offers offers;
    private final Candidates candidates;
    private final CompetencyScores competencyScores;

    Decisions(
            Ids ids,
            InstantSource clock,
            ApplicationEventPublisher events,
            Round round,
            DecisionRows rows,
            Vetoes vetoes,
            Scorecards scorecards,
            Applications applications,
            PlanVersions plans,
            Offers offers,
            Candidates candidates,
            CompetencyScores competencyScores) {
        this.ids = ids;
        this.clock = clock;
        this.events = events;
        this.round = round;
        this.rows = rows;
        this.vetoes = vetoes;
        this.scorecards = scorecards;
        this.applications = applications;
        this.plans = plans;
        this.offers = offers;
        this.candidates = candidates;
        this.competencyScores = competencyScores;
    }

    /**
     * Decides. A hire moves the application to the plan's offer stage, if it has one; no hire ends it; a hold leaves it
     * where it is. What was decided before stays, and this is the next number.
     *
     * @param version of the application
     * @throws Refusal outside the debrief, to anybody but a hiring manager, without reasons, while an honoured veto stands
     *     against a hire, or when it goes against the rule or does without missing scorecards and does not say why
     */
    public UUID decide(UUID application, Decision.Draft draft, int version) {
        if (!Acting.person().is(Role.HIRING_MANAGER)) {
            throw Refusal.forbidden("debrief.decision.not-yours");
        }
        Candidacy candidacy = round.debating(application);
        if (candidacy.version() != version) {
            throw Refusal.conflict("debrief.decision.changed");
        }
        Level level = level(draft, candidacy.plan().level());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Numbers numbers = numbers(candidacy, now, round.labScore(application));
        if (draft.outcome().hires()
                && candidacy.plan().plan().rule().veto()
                && !numbers.inputs().vetoes().isEmpty()) {
            throw Refusal.conflict("debrief.decision.veto-stands");
        }
        if (!numbers.has(level)) {
            throw Refusal.invalid(
                    "debrief.decision.not-lower", candidacy.plan().level().id());
        }
        Decision.Words words = words(draft, level, numbers, application);
        Decision decision = new Decision(
                ids.next(),
                rows.of(application).size() + 1,
                draft.outcome(),
                level,
                words,
                numbers,
                new Decision.Maker(Acting.person().id(), Acting.person().name(), now));
        rows.put(application, decision);
        events.publishEvent(new DebriefEvent.DecisionMade(
                decision.id(),
                application,
                candidacy.candidate().id(),
                decision.number(),
                decision.outcome(),
                level,
                words,
                numbers));
        if (!decision.outcome().hires()) {
            offers.withdraw(candidacy);
        }
        goOn(candidacy, decision, version);
        return decision.id();
    }

    private static Level level(Decision.Draft draft, Level asked) {
        if (draft.outcome() != Decision.Outcome.HIRE_AT_LOWER_LEVEL) {
            return asked;
        }
        if (draft.level().compareTo(asked) >= 0) {
            throw Refusal.invalid("debrief.decision.not-lower", asked.id());
        }
        return draft.level();
    }

    private Decision.Words words(Decision.Draft draft, Level level, Numbers numbers, UUID application) {
        String reasons = Reasons.required("Reasons", draft.reasons(), MOST_REASONS);
        String against = Entered.optional("Further reason", draft.against(), MOST_REASONS);
        if (draft.outcome() == Decision.Outcome.HOLD || against.length() >= Reasons.LEAST) {
            return new Decision.Words(reasons, against);
        }
        RuleResult result = numbers.at(level);
        boolean other = draft.outcome().hires() != result.passes();
        boolean blockedRefusal =
                draft.outcome() == Decision.Outcome.NO_HIRE && result.outcome() instanceof RuleResult.Blocked;
        if (other || blockedRefusal) {
            throw Refusal.invalid("debrief.decision.against-the-rule", Reasons.LEAST);
        }
        if (!scorecards.visible(application).missing().isEmpty()) {
            throw Refusal.invalid("debrief.decision.scorecards-missing", Reasons.LEAST);
        }
        return new Decision.Words(reasons, against);
    }

    private void goOn(Candidacy candidacy, Decision decision, int version) {
        String reason = "Decision " + decision.number();
        switch (decision.outcome()) {
            case HIRE, HIRE_AT_LOWER_LEVEL ->
                candidacy.plan().plan().stages().stream()
                        .filter(stage -> stage.kind() == StageKind.OFFER)
                        .findFirst()
                        .ifPresent(stage -> applications.move(candidacy.id(), stage.id(), reason, version));
            case NO_HIRE -> applications.close(candidacy.id(), Candidacy.State.REJECTED, reason, version);
            case HOLD -> {}
        }
    }

    /** All of an application, the first one first. */
    @Transactional(readOnly = true)
    public List<Decision> all(UUID application) {
        return rows.of(round.open(application).id());
    }

    /** The numbers as they would be stored if it were decided now. */
    Numbers current(Candidacy candidacy, List<Scorecard> shown) {
        List<UUID> standing = vetoes.of(candidacy.id()).stream()
                .filter(Veto::stands)
                .map(Veto::id)
                .toList();
        return Numbers.of(
                candidacy.plan(), shown, standing, round.labScore(candidacy.id()), competencyScores.of(candidacy));
    }

    /**
     * Computes a decision's numbers again from what is never changed: the plan version, the revisions of scorecards and the
     * vetoes as they stood when it was made. The lab's score and the fair scores that a rule compared are taken as they
     * were stored: a record of take-home work may be put right later, and fair scores come from others' ratings too.
     */
    @Transactional(readOnly = true)
    public Recomputation recompute(UUID decision) {
        UUID application = rows.application(decision).orElseThrow(() -> Refusal.missing("debrief.decision.missing"));
        Candidacy candidacy = round.open(application);
        Decision stored = rows.of(application).stream()
                .filter(one -> one.id().equals(decision))
                .findFirst()
                .orElseThrow(() -> Refusal.missing("debrief.decision.missing"));
        Numbers.Inputs inputs = stored.numbers().inputs();
        var plan = plans.plans(List.of(inputs.plan())).get(inputs.plan());
        if (plan == null) {
            return new Recomputation.Unavailable(Reason.of("debrief.recompute.no-plan"));
        }
        List<Scorecard> then = scorecards.asOf(application, stored.maker().at());
        List<UUID> known = then.stream().map(Scorecard::id).toList();
        if (!inputs.scorecards().stream().map(Numbers.Revision::scorecard).allMatch(known::contains)) {
            return new Recomputation.Unavailable(Reason.of(
                    candidates.get(candidacy.candidate().id()).erased()
                            ? "debrief.recompute.erased"
                            : "debrief.recompute.scorecards-gone"));
        }
        List<UUID> standing = vetoesAt(candidacy.id(), stored.maker().at());
        return Recomputation.of(stored.numbers(), Numbers.of(plan, then, standing, inputs.labScore(), inputs.fair()));
    }

    private Numbers numbers(Candidacy candidacy, Instant time, Optional<Double> labScore) {
        return Numbers.of(
                candidacy.plan(),
                scorecards.asOf(candidacy.id(), time),
                vetoesAt(candidacy.id(), time),
                labScore,
                competencyScores.of(candidacy));
    }

    private List<UUID> vetoesAt(UUID application, Instant time) {
        return vetoes.of(application).stream()
                .filter(veto -> veto.stoodAt(time))
                .map(Veto::id)
                .toList();
    }
}
