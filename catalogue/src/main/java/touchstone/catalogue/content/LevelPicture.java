package touchstone.catalogue.content;

import java.util.List;

/**
 * What is expected at a level, in words.
 *
 * @param id a {@link Level}'s id
 * @param scope what work is given to this level
 * @param good the written picture of good work at this level
 */
public record LevelPicture(String id, String title, String scope, String good, List<String> covers) implements Entry {

    /** @throws IllegalArgumentException when no level has the id */
    public LevelPicture {
        Level.of(id);
        covers = List.copyOf(covers);
    }

    public Level level() {
        return Level.of(id);
    }
}
