package touchstone.catalogue.content;

import java.util.List;

/**
 * A rule of take-home work.
 *
 * @param scored whether it is rated, or only told to the candidate
 */
public record TakeHomeRule(String id, String title, String sentence, boolean scored, List<String> covers)
        implements Entry {

    public TakeHomeRule {
        covers = List.copyOf(covers);
    }
}
