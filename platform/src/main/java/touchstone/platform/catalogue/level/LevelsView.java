package touchstone.platform.catalogue.level;

import java.util.List;
import touchstone.catalogue.content.Competency;
import touchstone.catalogue.content.LevelPicture;

/** The levels in their order, and every competency with its bars. */
public record LevelsView(List<LevelPicture> levels, List<Competency> competencies) {

    /** The rating that the level has to reach; 0 where none is stated. */
    public static int bar(Competency competency, LevelPicture level) {
        return competency.bar(level.level()).map(Competency.Bar::rating).orElse(0);
    }
}
