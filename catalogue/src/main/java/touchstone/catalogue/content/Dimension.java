package touchstone.catalogue.content;

import java.util.List;

/** A dimension in which take-home work is rated, beside correctness. */
public record Dimension(String id, String title, String sentence, List<String> covers) implements Entry {

    public Dimension {
        covers = List.copyOf(covers);
    }
}
