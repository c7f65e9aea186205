package touchstone.platform.catalogue.requirement;

import java.util.List;
import touchstone.platform.catalogue.EntryLink;

/**
 * Every requirement with what covers it.
 *
 * @param only the state that is shown; empty for all
 * @param covered how many are fully covered
 * @param partly how many have something, and something missing
 * @param open how many have nothing yet
 */
public record RequirementsView(String only, List<Group> groups, int covered, int partly, int open) {

    /** Requirements of a kind, such as R-STAGE. */
    public record Group(String prefix, List<Row> rows) {}

    /** One requirement. */
    public record Row(
            String id,
            String title,
            String sentence,
            Standing standing,
            List<EntryLink> content,
            List<Feature> features) {

        /** Content that is shown at once; the rest is folded away. */
        public static final int FIRST = 6;

        public List<EntryLink> first() {
            return content.subList(0, Math.min(FIRST, content.size()));
        }

        public List<EntryLink> rest() {
            return content.subList(Math.min(FIRST, content.size()), content.size());
        }
    }

    /** How far a requirement is covered. */
    public enum Standing {
        COVERED,
        PARTLY,
        NOT_YET
    }
}
