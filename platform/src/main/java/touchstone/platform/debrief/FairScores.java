package touchstone.platform.debrief;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.measurement.ratings.Connectivity;
import touchstone.measurement.ratings.Design;
import touchstone.measurement.ratings.Evidence;
import touchstone.measurement.ratings.Facet;
import touchstone.measurement.ratings.Fit;
import touchstone.measurement.ratings.LeaveOneOut;
import touchstone.measurement.ratings.MaximumPosterior;
import touchstone.measurement.ratings.Posterior;
import touchstone.measurement.ratings.Previews;
import touchstone.measurement.ratings.Provenance;
import touchstone.measurement.ratings.RatingTable;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.AuditableEvent;
import touchstone.platform.shared.Ids;
import touchstone.platform.shared.Role;

/**
 * Fair scores for the debrief: the many-facet Rasch model over all open ratings of the organisation. Advice only: a rule
 * compares ratings as they were given, or {@link CompetencyScores} where its plan says so.
 */
@Service
@Transactional
public class FairScores {

    /** Draws of the posterior start here, so that the same ratings give the same numbers. */
    static final long SEED = 20_260_101;

    private static final int LEAST_RATINGS = 20;
    private static final int LEAST_INTERVIEWERS = 3;
    private static final int MOST_NEXT = 3;

    private final FairScoreSwitch shown;
    private final OpenRatings ratings;
    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    FairScores(
            FairScoreSwitch shown,
            OpenRatings ratings,
            JdbcClient jdbc,
            Ids ids,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.shown = shown;
        this.ratings = ratings;
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Scores were estimated from these ratings with these settings for the first time.
     *
     * @param digest SHA-256 over the ratings
     */
    public record ScoresEstimated(UUID entity, String digest, int ratings, Map<String, String> settings)
            implements AuditableEvent {}

    /** The fair score of the application of a debrief that the person who acts may see; hidden ratings give none. */
    public FairScore of(Debrief debrief) {
        if (!shown.isOn() || debrief.ratings().isEmpty()) {
            return new FairScore.Off();
        }
        OpenRatings.Read read = ratings.read();
        String self = debrief.candidacy().id().toString();
        if (read.table().isEmpty() || !read.table().get().candidates().contains(self)) {
            return new FairScore.TooFew(0, 0);
        }
        RatingTable table = read.table().get();
        Set<String> peers = read.ofOpening(debrief.candidacy().opening().id());
        return switch (Connectivity.check(table)) {
            case Design.Connected connected -> estimate(debrief, read, table, peers);
            case Design.Disconnected apart -> {
                List<Design.Block> theirs = apart.blocks().stream()
                        .filter(block -> block.candidates().stream().anyMatch(peers::contains))
                        .toList();
                yield theirs.size() == 1
                        ? within(debrief, read, table, theirs.getFirst(), peers)
                        : refused(read, theirs, apart.bridges(), peers);
            }
        };
    }

    /** The opening's candidates all lie in one group of interviewers and candidates: the others do not matter to them. */
    private FairScore within(
            Debrief debrief, OpenRatings.Read read, RatingTable table, Design.Block block, Set<String> peers) {
        Set<String> inside = new HashSet<>(block.candidates());
        RatingTable part =
                table.filter(row -> inside.contains(table.candidates().get(table.candidateOf(row))));
        return switch (Connectivity.check(part)) {
            case Design.Connected connected -> estimate(debrief, read, part, peers);
            case Design.Disconnected apart -> refused(read, apart.blocks(), apart.bridges(), peers);
        };
    }

    private static FairScore refused(
            OpenRatings.Read read, List<Design.Block> blocks, List<Design.Bridge> bridges, Set<String> peers) {
        return new FairScore.Refused(
                blocks.stream()
                        .map(block -> new FairScore.Group(
                                block.candidates().stream()
                                        .filter(peers::contains)
                                        .map(read::candidate)
                                        .sorted()
                                        .toList(),
                                (int) block.candidates().stream()
                                        .filter(one -> !peers.contains(one))
                                        .count(),
                                block.interviewers().stream()
                                        .map(read::interviewer)
                                        .sorted()
                                        .toList()))
                        .toList(),
                bridges.stream()
                        .map(bridge -> new FairScore.Bridge(
                                read.candidate(bridge.candidate()), read.interviewer(bridge.interviewer())))
                        .toList());
    }

    private FairScore estimate(Debrief debrief, OpenRatings.Read read, RatingTable table, Set<String> peers) {
        if (!enough(table)) {
            return new FairScore.TooFew(table.size(), interviewers(table));
        }
        Fit fit = MaximumPosterior.withDefaults().fit(table);
        Map<String, Double> weights = weights(debrief, table);
        Posterior posterior = Posterior.of(fit, SEED).withWeights(weights).withPairing(Posterior.USUAL_PAIRING);
        String self = debrief.candidacy().id().toString();
        double bar = bar(debrief, weights);
        double probability = posterior.probabilityAtLeast(self, bar);
        record(posterior.provenance());
        return new FairScore.Estimated(
                amount(posterior, self),
                new FairScore.Above(bar, probability, verdict(probability)),
                next(read, posterior, self),
                without(read, posterior, self, bar),
                Acting.person().isAny(Role.HIRING_MANAGER, Role.RECRUITER, Role.ADMINISTRATOR)
                        ? all(read, posterior, peers, self)
                        : List.of(),
                basis(posterior));
    }

    /** Weights of the plan for the competencies that anybody rated. */
    private static Map<String, Double> weights(Debrief debrief, RatingTable table) {
        Set<String> rated =
                new HashSet<>(table.facet(Facet.DIMENSION).map(Facet::elements).orElse(List.of()));
        Map<String, Double> weights = new TreeMap<>();
        for (Finding finding : debrief.ratings().orElseThrow().numbers().asked().findings()) {
            if (finding.weight() > 0 && rated.contains(finding.competency())) {
                weights.put(finding.competency(), (double) finding.weight());
            }
        }
        return weights;
    }

    private static double bar(Debrief debrief, Map<String, Double> weights) {
        double sum = 0;
        double total = 0;
        for (Finding finding : debrief.ratings().orElseThrow().numbers().asked().findings()) {
            double weight = weights.getOrDefault(finding.competency(), 0.0);
            sum += weight * finding.standing().bar();
            total += weight;
        }
        return sum / total;
    }

    private static FairScore.Amount amount(Posterior posterior, String candidate) {
        var score = posterior.fairScore(candidate);
        return new FairScore.Amount(
                score.rawMean(),
                score.fair(),
                score.interval().low(),
                score.interval().high(),
                score.interviewers(),
                score.ratings());
    }

    private static FairScore.Verdict verdict(double probability) {
        return switch (Evidence.of(probability)) {
            case LIKELY_ABOVE -> FairScore.Verdict.LIKELY_ABOVE;
            case INSUFFICIENT -> FairScore.Verdict.INSUFFICIENT;
            case LIKELY_BELOW -> FairScore.Verdict.LIKELY_BELOW;
        };
    }

    private static List<FairScore.Next> next(OpenRatings.Read read, Posterior posterior, String self) {
        return Previews.of(posterior).forCandidate(self).stream()
                .limit(MOST_NEXT)
                .map(one -> new FairScore.Next(read.interviewer(one.interviewer()), one.sdNow(), one.sdAfter()))
                .toList();
    }

    private static List<FairScore.Without> without(
            OpenRatings.Read read, Posterior posterior, String self, double bar) {
        return LeaveOneOut.of(posterior).of(self, bar).stream()
                .map(one -> new FairScore.Without(
                        read.interviewer(one.interviewer()),
                        one.fairScore().map(score -> score.fair()),
                        one.probability().isPresent()
                                ? Optional.of(one.probability().getAsDouble())
                                : Optional.empty()))
                .sorted(Comparator.comparing(FairScore.Without::interviewer))
                .toList();
    }

    private static List<FairScore.Peer> all(
            OpenRatings.Read read, Posterior posterior, Set<String> peers, String self) {
        return peers.stream()
                .map(peer -> new FairScore.Peer(read.candidate(peer), amount(posterior, peer), peer.equals(self)))
                .sorted(Comparator.comparingDouble(
                                (FairScore.Peer peer) -> -peer.amount().fair())
                        .thenComparing(FairScore.Peer::name))
                .toList();
    }

    private static FairScore.Basis basis(Posterior posterior) {
        Provenance provenance = posterior.provenance();
        return new FairScore.Basis(
                settings(provenance),
                provenance.dataDigest(),
                provenance.ratings(),
                posterior.fit().notes());
    }

    /** Whether severity can be told from ability at all. */
    public static boolean enough(RatingTable table) {
        return table.size() >= LEAST_RATINGS && interviewers(table) >= LEAST_INTERVIEWERS;
    }

    static int interviewers(RatingTable table) {
        return table.facet(Facet.INTERVIEWER)
                .map(facet -> facet.elements().size())
                .orElse(0);
    }

    static Map<String, String> settings(Provenance provenance) {
        Map<String, String> settings = new LinkedHashMap<>(provenance.settings());
        settings.put("estimator", provenance.estimator());
        settings.put("model", provenance.model());
        return settings;
    }

    /** Puts on record what an estimate was made from, once for each set of ratings and settings. */
    public void record(Provenance provenance) {
        record(provenance.dataDigest(), provenance.ratings(), settings(provenance));
    }

    /** The same for the scores that the rule of a debrief compared, if it compared any. */
    public void recordCompared(Debrief debrief) {
        if (debrief.ratings()
                        .flatMap(ratings -> ratings.numbers().inputs().fair())
                        .orElse(null)
                instanceof FairRatings.Estimated estimated) {
            FairRatings.Basis basis = estimated.basis();
            record(basis.digest(), basis.ratings(), basis.settings());
        }
    }

    private void record(String digest, int ratings, Map<String, String> used) {
        Map<String, String> settings = new TreeMap<>(used);
        UUID id = ids.next();
        int written = jdbc.sql("""
            insert into debrief.fit (id, organisation_id, digest, settings, ratings, fitted_at) values (?, ?, ?, ?, ?, ?)
            on conflict (organisation_id, digest) do nothing
            """)
                .params(id, Acting.organisation(), digest + " " + settings, settings.toString())
                .params(ratings, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (written == 1) {
            events.publishEvent(new ScoresEstimated(id, digest, ratings, Map.copyOf(settings)));
        }
    }
}
