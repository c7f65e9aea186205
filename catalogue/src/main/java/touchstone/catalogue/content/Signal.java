package touchstone.catalogue.content;

import java.util.List;

/**
 * Something that interviewers look for across questions.
 *
 * @param look what one sees or hears when it is there
 * @param competencies ids of those that it is evidence for
 */
public record Signal(
        String id, String title, String sentence, List<String> look, List<String> competencies, List<String> covers)
        implements Entry {

    public Signal {
        look = List.copyOf(look);
        competencies = List.copyOf(competencies);
        covers = List.copyOf(covers);
    }
}
