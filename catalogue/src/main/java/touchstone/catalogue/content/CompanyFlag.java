package touchstone.catalogue.content;

import java.util.List;

/**
 * A warning sign in a company.
 *
 * @param check how a candidate finds out
 */
public record CompanyFlag(String id, String title, String sentence, String check, List<String> covers)
        implements Entry {

    public CompanyFlag {
        covers = List.copyOf(covers);
    }
}
