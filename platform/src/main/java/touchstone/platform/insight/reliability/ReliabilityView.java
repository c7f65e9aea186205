package touchstone.platform.insight.reliability;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import touchstone.measurement.agreement.Agreement;
import touchstone.measurement.interval.Interval;

/** The page of reliability. */
public record ReliabilityView(Sources sources, List<Agreed> agreement, List<Agreed> quarters, int ratings) {

    public ReliabilityView {
        agreement = List.copyOf(agreement);
        quarters = List.copyOf(quarters);
    }

    /** Where the differences between ratings come from, or why that cannot be said. */
    public sealed interface Sources {

        /** @param reason one sentence */
        record Unknown(String reason) implements Sources {}

        /**
         * Known.
         *
         * @param parts the largest first
         * @param chosen number of interviewers that was asked for
         */
        record Known(List<Part> parts, Study study, int chosen, List<String> notes) implements Sources {
            public Known {
                parts = List.copyOf(parts);
                notes = List.copyOf(notes);
            }
        }
    }

    /**
     * One source.
     *
     * @param facets names of the facets that it belongs to, all of them for the rest
     * @param share of the whole variance, 0 to 1
     */
    public record Part(Set<String> facets, double variance, double share) {
        public Part {
            facets = Set.copyOf(facets);
        }

        /** Key of its text: facets in the order of their names, with dashes. */
        public String key() {
            return String.join("-", facets.stream().sorted().toList());
        }
    }

    /**
     * Reliability by the number of interviewers.
     *
     * @param points for 1, 2, ... interviewers
     * @param forSeven least number for a dependability of .7; empty when more than 100 would not do
     */
    public record Study(List<Point> points, OptionalInt forSeven, OptionalInt forEight) {
        public Study {
            points = List.copyOf(points);
        }
    }

    /**
     * One plan.
     *
     * @param dependability for comparing with a bar (Phi), 0 to 1
     * @param generalizability for ranking candidates whom the same people saw, 0 to 1
     * @param dependable 95 % interval of the dependability; empty where candidates do not differ
     * @param generalizable the same of the generalizability
     */
    public record Point(
            int interviewers,
            double dependability,
            double generalizability,
            Optional<Interval> dependable,
            Optional<Interval> generalizable) {}

    /** Agreement of one competency, of a quarter, or of all. */
    public record Agreed(String name, Agreement agreement) {}
}
