package touchstone.platform.hiring;

import java.util.UUID;

/** Somebody who is on an application, and so may see it. */
public record Participant(UUID account, String name, Capacity capacity) {

    /** As what. */
    public enum Capacity {
        INTERVIEWER,
        SHADOW,
        BAR_RAISER,
        HIRING_MANAGER,
        OBSERVER
    }
}
