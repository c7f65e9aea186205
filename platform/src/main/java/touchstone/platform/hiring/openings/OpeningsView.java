package touchstone.platform.hiring.openings;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import touchstone.platform.hiring.Opening;

/**
 * All openings.
 *
 * @param openings those that take applications or will, then the closed ones, the newest first
 * @param active applications under way, by opening
 * @param names of hiring managers
 * @param roles titles by id
 */
public record OpeningsView(
        List<Opening> openings, Map<UUID, Integer> active, Map<UUID, String> names, Map<String, String> roles) {

    public OpeningsView {
        openings = openings.stream()
                .sorted(java.util.Comparator.comparing(one -> one.state() == Opening.State.CLOSED))
                .toList();
        active = Map.copyOf(active);
        names = Map.copyOf(names);
        roles = Map.copyOf(roles);
    }

    public int active(Opening opening) {
        return active.getOrDefault(opening.id(), 0);
    }

    public String manager(Opening opening) {
        return names.getOrDefault(opening.hiringManager(), "");
    }

    public String role(Opening opening) {
        return roles.getOrDefault(opening.role(), opening.role());
    }
}
