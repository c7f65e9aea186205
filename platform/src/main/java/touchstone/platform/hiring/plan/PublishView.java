package touchstone.platform.hiring.plan;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import touchstone.platform.hiring.Plans;

/**
 * A draft before it is frozen.
 *
 * @param versions published so far, the newest first
 * @param names of those who published them
 */
public record PublishView(PlanSheet sheet, List<Plans.Version> versions, Map<UUID, String> names) {

    public PublishView {
        versions = List.copyOf(versions);
        names = Map.copyOf(names);
    }

    public int next() {
        return versions.size() + 1;
    }

    public long questions() {
        return sheet.plan().stages().stream()
                .flatMap(stage -> stage.questions().stream())
                .distinct()
                .count();
    }

    public int minutes() {
        return sheet.plan().stages().stream()
                .filter(stage -> stage.kind().isInterview())
                .mapToInt(stage -> stage.minutes())
                .sum();
    }

    public String by(Plans.Version version) {
        return names.getOrDefault(version.by(), "");
    }
}
