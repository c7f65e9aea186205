package touchstone.catalogue.content;

import java.util.List;

/**
 * What a kind of stage is for.
 *
 * @param id a {@link StageKind}'s id
 * @param led who leads it
 * @param looks what it looks at
 */
public record StageDescription(
        String id,
        String title,
        int leastMinutes,
        int mostMinutes,
        String purpose,
        String led,
        List<String> looks,
        List<String> covers)
        implements Entry {

    /** @throws IllegalArgumentException when no kind has the id */
    public StageDescription {
        StageKind.of(id);
        looks = List.copyOf(looks);
        covers = List.copyOf(covers);
    }

    public StageKind kind() {
        return StageKind.of(id);
    }
}
