package touchstone.catalogue.content;

import java.util.List;

/** One thing that the product must hold, which entries cover; see {@code Catalogue.coverage}. */
public record Requirement(String id, String title, String sentence) implements Entry {

    @Override
    public List<String> covers() {
        return List.of();
    }
}
