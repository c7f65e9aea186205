package touchstone.platform.interview.scorecard;

import java.util.List;
import java.util.Optional;
import touchstone.catalogue.content.Competency;
import touchstone.platform.interview.sitting.Sitting;

/**
 * The form.
 *
 * @param mode a first scorecard, of which drafts are kept, or a correction of a submitted one
 * @param version of the draft or of the revision that it starts from
 * @param json the fields, for the page's program
 * @param other what stands there instead, when it was changed elsewhere while this was being filled in
 */
public record ScorecardView(
        Sitting sitting,
        Mode mode,
        int version,
        List<Row> rows,
        Fields fields,
        String json,
        List<Heard> heard,
        Optional<Fields> other) {

    /** What the page's program says. */
    public static final List<String> TEXTS = List.of(
            "standing-saved",
            "standing-unsaved",
            "standing-saving",
            "standing-offline",
            "standing-signed-out",
            "standing-refused",
            "standing-conflict",
            "standing-here",
            "chosen",
            "mine",
            "theirs",
            "nothing",
            "keep-mine",
            "take-theirs",
            "keep-both");

    /** What is filled in. */
    public enum Mode {
        DRAFT,
        CORRECTION;

        public String id() {
            return this == DRAFT ? "draft" : "correction";
        }
    }

    /**
     * One competency.
     *
     * @param bar what the level of the opening asks for; shown only after a rating was chosen, so that it is no anchor
     * @param notes own notes that may be cited
     */
    public record Row(Competency competency, Optional<Competency.Bar> bar, List<Offered> notes) {}

    /** A note that a rating may cite. */
    public record Offered(String id, String time, String text) {}

    public ScorecardView {
        rows = List.copyOf(rows);
        heard = List.copyOf(heard);
    }

    public boolean isCorrection() {
        return mode == Mode.CORRECTION;
    }

    /** Where the form goes. */
    public String action() {
        return "/interviews/" + sitting.id() + (isCorrection() ? "/scorecard/correction" : "/scorecard");
    }
}
