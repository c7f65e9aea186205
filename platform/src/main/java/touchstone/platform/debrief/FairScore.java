package touchstone.platform.debrief;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the ratings say once the interviewers' severity is taken into account, or why nothing is said. */
public sealed interface FairScore {

    /** The organisation does not show fair scores. */
    record Off() implements FairScore {}

    /** There are too few ratings to tell severity from ability. */
    record TooFew(int ratings, int interviewers) implements FairScore {}

    /**
     * The candidates of this opening fall into groups whose interviewers never met in a chain, so nobody can tell a
     * lenient group from a better one.
     *
     * @param bridges interviews that would join them, the cheapest first
     */
    record Refused(List<Group> groups, List<Bridge> bridges) implements FairScore {
        public Refused {
            groups = List.copyOf(groups);
            bridges = List.copyOf(bridges);
        }
    }

    /** Candidates, of this opening only by name, and the interviewers who rated them. */
    record Group(List<String> candidates, int others, List<String> interviewers) {
        public Group {
            candidates = List.copyOf(candidates);
            interviewers = List.copyOf(interviewers);
        }
    }

    /** An interview that would join two groups. */
    record Bridge(String candidate, String interviewer) {}

    /**
     * Estimated. All scores are in points of the rating scale, 1 to 5.
     *
     * @param next interviewers whose interview would add most certainty, the best first
     * @param without what came out without each interviewer
     * @param peers the candidates of the opening whose ratings are open, this one among them, the best fair score first;
     *     empty for people who do not see them all
     */
    record Estimated(Amount amount, Above above, List<Next> next, List<Without> without, List<Peer> peers, Basis basis)
            implements FairScore {
        public Estimated {
            next = List.copyOf(next);
            without = List.copyOf(without);
            peers = List.copyOf(peers);
        }

        /** Pairs in which the one with the higher mean has the lower fair score. */
        public List<Reversal> reversals() {
            return peers.stream()
                    .flatMap(one -> peers.stream()
                            .filter(other -> one.amount().raw() > other.amount().raw()
                                    && one.amount().fair() < other.amount().fair()
                                    && (one.self() || other.self()))
                            .map(other -> new Reversal(one.name(), other.name())))
                    .toList();
        }
    }

    /**
     * A score.
     *
     * @param raw mean of the ratings as they were given, weighted as the plan weighs the competencies
     * @param fair the rating that an average interviewer would be expected to give
     * @param low lower end of the 80 % interval of {@code fair}
     */
    record Amount(double raw, double fair, double low, double high, int interviewers, int ratings) {}

    /**
     * Where it stands against the bar.
     *
     * @param bar of the level asked for, weighted in the same way
     * @param probability that the fair score is at or over the bar, 0 to 1
     */
    record Above(double bar, double probability, Verdict verdict) {}

    /** What the probability says; between .2 and .8 the evidence is not enough. */
    enum Verdict {
        LIKELY_ABOVE,
        INSUFFICIENT,
        LIKELY_BELOW
    }

    /**
     * An interview that could be added.
     *
     * @param now standard deviation of the fair score, in points
     * @param after the same after that interview
     */
    record Next(String interviewer, double now, double after) {}

    /** The score as it would be without one interviewer; nothing when nobody else rated. */
    record Without(String interviewer, Optional<Double> fair, Optional<Double> probability) {}

    /** Somebody who applied to the same opening. */
    record Peer(String name, Amount amount, boolean self) {}

    /**
     * What it rests on.
     *
     * @param settings estimator, model, priors and seed, in words
     * @param digest SHA-256 over the ratings
     * @param notes what a reader should know
     */
    record Basis(Map<String, String> settings, String digest, int ratings, List<String> notes) {
        public Basis {
            settings = Map.copyOf(settings);
            notes = List.copyOf(notes);
        }
    }

    /** By the mean the first stands above the second, by the fair score below. */
    record Reversal(String higherMean, String higherFair) {}
}
