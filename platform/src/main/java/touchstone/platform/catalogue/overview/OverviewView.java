package touchstone.platform.catalogue.overview;

import java.util.List;
import touchstone.catalogue.content.Competency;
import touchstone.catalogue.content.Plan;
import touchstone.catalogue.content.Role;
import touchstone.platform.catalogue.EntryLink;

/**
 * The catalogue's first page.
 *
 * @param query what is searched for; empty for nothing
 * @param found the best hits
 * @param more how many more there are
 * @param topics competencies by topic
 * @param counts of entries by kind
 */
public record OverviewView(
        String query,
        List<Hit> found,
        int more,
        List<TopicGroup> topics,
        List<Role> roles,
        List<Plan> plans,
        List<Count> counts) {

    /** Something found, with the sentence that says what it is. */
    public record Hit(EntryLink link, String sentence) {}

    /** The competencies of a topic. */
    public record TopicGroup(String topic, List<Competency> competencies) {}

    /** How many entries of a kind there are, and where. */
    public record Count(String key, int number, String path) {}
}
