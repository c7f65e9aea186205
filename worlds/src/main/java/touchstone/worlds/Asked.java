package touchstone.worlds;

/** When a question may be asked, seen from the world's update. */
public enum Asked {
    /** Only before the update: its answer holds until then. */
    BEFORE,
    /** Only after the update: its answer changed, its only document went, or a poison is aimed at it. */
    AFTER,
    /** At any time: the update does not touch it. */
    EITHER
}
