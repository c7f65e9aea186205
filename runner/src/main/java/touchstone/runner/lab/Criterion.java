package touchstone.runner.lab;

/**
 * One thing that a lab measures.
 *
 * @param id in kebab case
 * @param title for people
 * @param competency id of the competency in the catalogue
 * @param unit of the measured value, such as "share of items" or "calls per item"
 * @param maxPoints points for the best anchor; all criteria of a lab add up to 100
 * @param kind exact: same seed and solution, same number; timing: it depends on the clock
 * @param gate whether failing it completely sets the whole score to 0 (safety only)
 * @param better one sentence: what a better solution does
 */
public record Criterion(
        String id,
        String title,
        String competency,
        String unit,
        int maxPoints,
        Kind kind,
        boolean gate,
        String better) {

    /** How repeatable the number is. */
    public enum Kind {
        EXACT,
        TIMING
    }
}
