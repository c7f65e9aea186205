package touchstone.platform.catalogue.competency;

import java.util.List;
import touchstone.catalogue.content.Competency;
import touchstone.catalogue.content.Question;
import touchstone.platform.catalogue.EntryLink;

/**
 * A competency with what points at it.
 *
 * @param anchors the scale, from 5 down to 1
 * @param bars by level, the first level first
 * @param questions those that give evidence for it, those that name it first before the others
 * @param plans templates that rate it
 */
public record CompetencyView(
        Competency competency,
        List<Anchor> anchors,
        List<LevelBar> bars,
        List<RoleWeight> roles,
        List<Question> questions,
        List<EntryLink> signals,
        List<EntryLink> plans) {

    /** One step of the scale, with the titles of the levels whose bar it is. */
    public record Anchor(int rating, String text, List<String> levels) {}

    /** What a level has to reach. */
    public record LevelBar(String level, int rating, String sentence, String example) {}

    /** How much it counts for a role; 0 for a role that leaves it out. */
    public record RoleWeight(EntryLink role, int weight) {}
}
