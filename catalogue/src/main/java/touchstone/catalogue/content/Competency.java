package touchstone.catalogue.content;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that an interviewer rates from 1 to 5.
 *
 * @param summary what is rated and what is not
 * @param anchors observable behaviour for the ratings 1 to 5, in this order; one scale for every level
 * @param bars what each level has to reach on that scale
 */
public record Competency(
        String id,
        String title,
        Topic topic,
        String summary,
        List<String> anchors,
        Map<Level, Bar> bars,
        List<String> covers)
        implements Entry {

    /** Number of anchors, which is also the highest rating. */
    public static final int RATINGS = 5;

    public Competency {
        anchors = List.copyOf(anchors);
        bars = bars.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(bars));
        covers = List.copyOf(covers);
    }

    /** The bar of a level; present for every level of a competency that the reader accepted. */
    public Optional<Bar> bar(Level level) {
        return Optional.ofNullable(bars.get(level));
    }

    /**
     * The behaviour for a rating.
     *
     * @param rating 1 to 5
     */
    public String anchor(int rating) {
        return anchors.get(rating - 1);
    }

    /**
     * What a level has to reach.
     *
     * @param rating 1 to 5
     * @param example something concrete that meets the bar
     */
    public record Bar(int rating, String sentence, String example) {}
}
