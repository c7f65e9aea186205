package touchstone.worlds.facts;

import java.util.List;
import java.util.Locale;

/**
 * What a fact says of its subject.
 *
 * @param forms ways to write it, the usual one first; all of them mean the same
 * @param size for comparing, in the relation's own unit; 0 where sizes mean nothing
 */
public record Value(List<String> forms, double size) {

    public Value {
        forms = List.copyOf(forms);
    }

    /** The usual way to write it. */
    public String text() {
        return forms.getFirst();
    }

    /** Whether a text that says the other could be taken for one that says this. */
    public boolean resembles(Value other) {
        for (String mine : forms) {
            for (String theirs : other.forms) {
                String left = mine.toLowerCase(Locale.ROOT);
                String right = theirs.toLowerCase(Locale.ROOT);
                if (left.contains(right) || right.contains(left)) {
                    return true;
                }
            }
        }
        return false;
    }
}
