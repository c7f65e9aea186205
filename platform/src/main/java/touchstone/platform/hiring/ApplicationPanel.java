package touchstone.platform.hiring;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import touchstone.platform.shell.Frame;

/**
 * A part of an application's page that another module fills: a module to the right offers a bean, and the page renders what
 * it says. It is asked as the person who looks at the page, after it is known that they may see the application.
 */
public interface ApplicationPanel {

    /** From top to bottom. */
    int order();

    /** What people of the organisation see; empty when there is nothing to show. */
    Optional<Panel> panel(Candidacy candidacy);

    /** What the candidate sees on their own page: no ratings, no notes, no surname of anybody. */
    default Optional<Panel> forCandidate(Candidacy candidacy) {
        return Optional.empty();
    }

    /**
     * What it shows.
     *
     * @param title key of the heading
     * @param lines sentences
     * @param links where to go on from here
     */
    record Panel(String title, List<Line> lines, List<Link> links) {
        public Panel {
            lines = List.copyOf(lines);
            links = List.copyOf(links);
        }
    }

    /**
     * One sentence.
     *
     * @param key of its text
     * @param arguments of the text; an {@code Instant} is shown in the reader's zone
     */
    record Line(String key, List<Object> arguments) {
        public Line {
            arguments = List.copyOf(arguments);
        }

        public static Line of(String key, Object... arguments) {
            return new Line(key, List.of(arguments));
        }

        /** As the reader sees it. */
        public String in(Frame frame) {
            return frame.text(
                    key,
                    arguments.stream()
                            .map(one -> one instanceof Instant instant ? frame.when(instant) : one)
                            .toArray());
        }
    }

    /** A text with where it leads. */
    record Link(Line text, String path) {
        public static Link of(String path, String key, Object... arguments) {
            return new Link(Line.of(key, arguments), path);
        }
    }
}
