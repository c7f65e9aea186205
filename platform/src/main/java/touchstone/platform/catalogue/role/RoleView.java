package touchstone.platform.catalogue.role;

import java.util.List;
import touchstone.catalogue.content.AvoidedKind;
import touchstone.catalogue.content.Role;
import touchstone.platform.catalogue.EntryLink;

/**
 * A role.
 *
 * @param weights what counts, the heaviest first
 * @param leftOut competencies that do not count for it
 * @param outOfBounds how many questions must not be asked
 */
public record RoleView(
        Role role,
        List<Weighted> weights,
        List<EntryLink> leftOut,
        List<AvoidedKind> avoided,
        List<EntryLink> plans,
        int outOfBounds) {

    /** A competency and its weight. */
    public record Weighted(EntryLink competency, int weight) {}
}
