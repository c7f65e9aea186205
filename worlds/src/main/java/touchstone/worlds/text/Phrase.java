package touchstone.worlds.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * A sentence with choices and gaps: {@code (We|The team) (keep|hold) {S} for {V}.} Choices nest; an empty one leaves
 * the words out.
 */
public final class Phrase {

    private sealed interface Part {}

    private record Words(String text) implements Part {}

    private record Gap(String name) implements Part {}

    private record Choice(List<List<Part>> options) implements Part {}

    private final List<Part> parts;

    private Phrase(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * Reads a phrase.
     *
     * @throws IllegalArgumentException if a bracket has no partner
     */
    public static Phrase of(String pattern) {
        Reader reader = new Reader(pattern.replace("\\n", "\n"));
        List<Part> parts = reader.sequence(false);
        return new Phrase(parts);
    }

    /** One rendering, with blanks and capitals put right. */
    public String render(RandomGenerator draws, UnaryOperator<String> gaps) {
        StringBuilder out = new StringBuilder();
        write(parts, out, draws, gaps);
        return tidied(out);
    }

    private static void write(List<Part> parts, StringBuilder out, RandomGenerator draws, UnaryOperator<String> gaps) {
        for (Part part : parts) {
            switch (part) {
                case Words words -> out.append(words.text());
                case Gap gap -> out.append(gaps.apply(gap.name()));
                case Choice choice ->
                    write(choice.options().get(draws.nextInt(choice.options().size())), out, draws, gaps);
            }
        }
    }

    private static String tidied(StringBuilder raw) {
        StringBuilder out = new StringBuilder(raw.length());
        boolean opening = true;
        for (int i = 0; i < raw.length(); i++) {
            char letter = raw.charAt(i);
            boolean blankBefore = out.isEmpty() || out.charAt(out.length() - 1) == ' ';
            if (letter == ' ' && blankBefore) {
                continue;
            }
            if (",.;:?!".indexOf(letter) >= 0 && !out.isEmpty() && blankBefore) {
                out.setLength(out.length() - 1);
            }
            out.append(opening ? Character.toUpperCase(letter) : letter);
            opening = opening && !Character.isLetterOrDigit(letter);
        }
        while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }

    private static final class Reader {
        private final String pattern;
        private int at;

        private Reader(String pattern) {
            this.pattern = pattern;
        }

        private List<Part> sequence(boolean inside) {
            List<Part> parts = new ArrayList<>();
            StringBuilder words = new StringBuilder();
            while (at < pattern.length()) {
                char letter = pattern.charAt(at);
                if (inside && (letter == '|' || letter == ')')) {
                    break;
                }
                at++;
                if (letter == '(') {
                    flush(words, parts);
                    parts.add(choice());
                } else if (letter == '{') {
                    flush(words, parts);
                    int end = pattern.indexOf('}', at);
                    check(end > at);
                    parts.add(new Gap(pattern.substring(at, end)));
                    at = end + 1;
                } else {
                    check(letter != ')');
                    words.append(letter);
                }
            }
            flush(words, parts);
            return List.copyOf(parts);
        }

        private Choice choice() {
            List<List<Part>> options = new ArrayList<>();
            while (true) {
                options.add(sequence(true));
                check(at < pattern.length());
                if (pattern.charAt(at++) == ')') {
                    return new Choice(List.copyOf(options));
                }
            }
        }

        private static void flush(StringBuilder words, List<Part> parts) {
            if (!words.isEmpty()) {
                parts.add(new Words(words.toString()));
                words.setLength(0);
            }
        }

        private void check(boolean good) {
            if (!good) {
                throw new IllegalArgumentException(
                        "A bracket in the phrase \"" + pattern + "\" has no partner, near character " + at);
            }
        }
    }
}
