package touchstone.measurement.ratings;

/** One value of all parameters. */
final class Point {

    final double[] theta;
    final double[] rest;

    Point(double[] theta, double[] rest) {
        this.theta = theta;
        this.rest = rest;
    }

    Point plus(Point step, double factor) {
        return new Point(add(theta, step.theta, factor), add(rest, step.rest, factor));
    }

    /** The largest absolute value. */
    double size() {
        double most = 0;
        for (double value : theta) {
            most = Math.max(most, Math.abs(value));
        }
        for (double value : rest) {
            most = Math.max(most, Math.abs(value));
        }
        return most;
    }

    private static double[] add(double[] a, double[] b, double factor) {
        double[] result = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = a[i] + factor * b[i];
        }
        return result;
    }
}
