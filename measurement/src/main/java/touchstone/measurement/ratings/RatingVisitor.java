package touchstone.measurement.ratings;

/** Sees each rating beside what the model expects of it. */
@FunctionalInterface
public interface RatingVisitor {

    /**
     * One rating that was used in the fit.
     *
     * @param row in the fit's table
     * @param candidate position in the table's candidates
     * @param expected expected step above the lowest category
     * @param variance model variance of the step
     * @param fourthMoment fourth central moment of the step
     */
    void visit(int row, int candidate, double expected, double variance, double fourthMoment);
}
