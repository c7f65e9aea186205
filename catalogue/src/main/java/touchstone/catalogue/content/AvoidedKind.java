package touchstone.catalogue.content;

import java.util.List;

/**
 * A type of question that is not worth the candidate's time.
 *
 * @param kinds question kinds that it takes
 * @param roles ids of the roles for which it is avoided
 * @param instead what to ask
 */
public record AvoidedKind(
        String id,
        String title,
        String reason,
        List<QuestionKind> kinds,
        List<String> roles,
        String instead,
        List<String> covers)
        implements Entry {

    public AvoidedKind {
        kinds = List.copyOf(kinds);
        roles = List.copyOf(roles);
        covers = List.copyOf(covers);
    }
}
