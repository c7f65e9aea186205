package touchstone.platform.hiring;

import java.util.UUID;
import touchstone.catalogue.content.Level;
import touchstone.platform.shared.AuditableEvent;

/** What happened to an opening or its plan. */
public sealed interface OpeningEvent extends AuditableEvent {

    /** A position is to be filled. */
    record OpeningCreated(UUID entity, String title, String role, Level level, UUID hiringManager)
            implements OpeningEvent {}

    /** It takes no more applications. */
    record OpeningClosed(UUID entity) implements OpeningEvent {}

    /** A version of the plan was frozen; the entity is the version. */
    record PlanPublished(UUID entity, UUID opening, int number, String digest) implements OpeningEvent {}

    /** Who interviews for a pool changed; the entity is the account. */
    record PoolChanged(UUID entity, String pool, String training, int mostAWeek) implements OpeningEvent {}
}
