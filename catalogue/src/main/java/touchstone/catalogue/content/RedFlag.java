package touchstone.catalogue.content;

import java.util.List;

/**
 * A warning sign in a candidate's answer.
 *
 * @param instead what a sound answer does
 */
public record RedFlag(String id, String title, String sentence, String instead, List<String> covers) implements Entry {

    public RedFlag {
        covers = List.copyOf(covers);
    }
}
