package touchstone.catalogue.content;

import java.util.List;

/**
 * What a candidate does to prepare.
 *
 * @param week 1 to 4; 0 for a habit that belongs to no week
 */
public record Preparation(String id, String title, int week, List<String> tasks, List<String> covers) implements Entry {

    public Preparation {
        tasks = List.copyOf(tasks);
        covers = List.copyOf(covers);
    }
}
