package touchstone.measurement.ratings;

import java.util.List;

/** Whether the ratings link all candidates, so that they can be compared without further assumptions. */
public sealed interface Design {

    /** Rank of the additive design. */
    int rank();

    /** Number of candidates and of elements of all facets. */
    int columns();

    /** One sentence for a person. */
    String sentence();

    /**
     * All candidates can be compared.
     *
     * @param confounded facets whose own elements cannot all be told apart, such as questions of which each belongs to one
     *     dimension; this does not touch the candidates, but the joint likelihood refuses it
     */
    record Connected(int rank, int columns, List<String> confounded) implements Design {

        public Connected {
            confounded = List.copyOf(confounded);
        }

        @Override
        public String sentence() {
            return confounded.isEmpty()
                    ? "The ratings link all candidates and interviewers."
                    : "The ratings link all candidates; elements of " + String.join(" and ", confounded)
                            + " cannot all be told apart.";
        }
    }

    /**
     * Some candidates cannot be compared, except on the assumption that their interviewers are equally severe.
     *
     * @param defect directions that nothing determines, besides the origins of the facets
     * @param blocks groups of candidates that can be compared within, with those who rated them; largest first
     * @param bridges the fewest interviews that join all blocks, one for each missing link; two or three for each link make
     *     the comparison firm
     */
    record Disconnected(int rank, int columns, int defect, List<Block> blocks, List<Bridge> bridges) implements Design {

        public Disconnected {
            blocks = List.copyOf(blocks);
            bridges = List.copyOf(bridges);
        }

        @Override
        public String sentence() {
            StringBuilder text = new StringBuilder("The ratings fall into " + blocks.size()
                    + " groups that nothing links, so nothing is adjusted. To link them:");
            for (Bridge bridge : bridges) {
                text.append(' ')
                        .append(bridge.interviewer())
                        .append(" interviews ")
                        .append(bridge.candidate())
                        .append(';');
            }
            text.setCharAt(text.length() - 1, '.');
            return text.toString();
        }
    }

    /**
     * Candidates that can be compared with each other.
     *
     * @param candidates in alphabetical order
     * @param interviewers who rated them, in alphabetical order
     */
    record Block(List<String> candidates, List<String> interviewers) {

        public Block {
            candidates = List.copyOf(candidates);
            interviewers = List.copyOf(interviewers);
        }
    }

    /** An interview that would join two blocks. */
    record Bridge(String candidate, String interviewer) {}
}
