package touchstone.platform.debrief;

import touchstone.platform.shared.Entered;
import touchstone.platform.shared.Refusal;

/** Reasons that people give; a word or two is none. */
final class Reasons {

    static final int LEAST = 10;

    private Reasons() {}

    static String required(String field, String text, int most) {
        String reason = Entered.required(field, text, most);
        if (reason.length() < LEAST) {
            throw Refusal.invalid("debrief.reason-too-short", field, LEAST);
        }
        return reason;
    }
}
