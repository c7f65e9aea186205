package touchstone.measurement.agreement;

/** Level of measurement (S. S. Stevens, Science 103 (1946), 677-680): what a difference between two ratings means. */
public enum Level {
    /** Names without order. */
    NOMINAL,
    /** An order without distances. */
    ORDINAL,
    /** Distances count. */
    INTERVAL,
    /** Distances count in relation to the size; ratings are not negative. */
    RATIO
}
