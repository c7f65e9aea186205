package touchstone.catalogue.content;

import java.util.List;

/** A question that a candidate asks the company, with what the answer tells. */
public record CompanyQuestion(
        String id, String title, String ask, String strongAnswer, String weakAnswer, List<String> covers)
        implements Entry {

    public CompanyQuestion {
        covers = List.copyOf(covers);
    }
}
