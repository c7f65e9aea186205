package touchstone.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import touchstone.runner.lab.LabDescription;
import touchstone.runner.lab.LabFolder;
import touchstone.runner.lab.Labs;
import touchstone.runner.score.SeedsLock;

/** {@code touchstone lab list}. */
@Command(name = "list", description = "Lists the labs.", mixinStandardHelpOptions = true)
final class LabListCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    LabListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<LabFolder> labs = Labs.in(surroundings.labs());
        if (json) {
            surroundings.out().println(JsonMapper.builder().build().writeValueAsString(Map.of("labs", rows(labs))));
        } else if (labs.isEmpty()) {
            surroundings.out().println("There are no labs in " + surroundings.labs() + ".");
        } else {
            labs.forEach(this::print);
        }
        return 0;
    }

    private void print(LabFolder lab) {
        LabDescription description = lab.description();
        surroundings.out().println(description.id() + "  " + description.version() + "  " + state(lab));
        surroundings.out().println("  " + description.about().summary());
        surroundings.out().println("  " + description.about().minutes() + " minutes to build; a run takes about "
                + description.about().runSeconds() + " s, with --quick about "
                + description.about().quickRunSeconds() + " s.");
        surroundings.out().println("  Evidence for: " + String.join(", ", description.competencies()));
    }

    private static List<Map<String, Object>> rows(List<LabFolder> labs) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (LabFolder lab : labs) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", lab.description().id());
            row.put("title", lab.description().title());
            row.put("version", lab.description().version());
            row.put("gradingVersion", lab.description().gradingVersion());
            row.put("minutes", lab.description().about().minutes());
            row.put("competencies", lab.description().competencies());
            row.put("state", state(lab));
            rows.add(row);
        }
        return rows;
    }

    private static String state(LabFolder lab) {
        return SeedsLock.read(lab)
                .map(lock -> lock.state(lab))
                .orElse(SeedsLock.State.UNVALIDATED)
                .name()
                .toLowerCase(Locale.ROOT);
    }
}
