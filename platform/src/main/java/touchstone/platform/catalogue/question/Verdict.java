package touchstone.platform.catalogue.question;

import java.util.Optional;
import touchstone.catalogue.content.Policy;
import touchstone.catalogue.content.Question;
import touchstone.catalogue.content.Role;

/**
 * Whether a question may be asked for a role.
 *
 * @param reason why not, or why only so much; empty where it may
 * @param mostPercent of the screens' minutes for its kind; 100 where nothing limits it
 * @param depth how deep, such as {@code concept}; empty where nothing is said
 */
public record Verdict(String role, String title, Standing standing, String reason, int mostPercent, String depth) {

    /** How a role treats a question. */
    public enum Standing {
        ALLOWED,
        LIMITED,
        OUT_OF_BOUNDS
    }

    private static final int ALL = 100;

    static Verdict of(Role role, Question question) {
        Optional<String> against = question.reasonAgainst(role.id());
        if (against.isPresent()) {
            return new Verdict(role.id(), role.title(), Standing.OUT_OF_BOUNDS, against.get(), 0, "");
        }
        return switch (role.policyFor(question.use().kind())) {
            case Policy.Allowed allowed -> new Verdict(role.id(), role.title(), Standing.ALLOWED, "", ALL, "");
            case Policy.Limited(int most, String reason, Optional<String> level) ->
                new Verdict(role.id(), role.title(), Standing.LIMITED, reason, most, level.orElse(""));
            case Policy.OutOfBounds(String reason) ->
                new Verdict(role.id(), role.title(), Standing.OUT_OF_BOUNDS, reason, 0, "");
        };
    }
}
