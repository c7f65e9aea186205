package touchstone.measurement.ratings.diagnosis;

import java.util.ArrayList;
import java.util.List;

/** Sums of residuals, variances and moments by element. */
final class Tally {

    private final List<String> names;
    private final double[] ratings;
    private final double[] residual;
    private final double[] square;
    private final double[] variance;
    private final double[] standardized;
    private final double[] spreadOfInfit;
    private final double[] spreadOfOutfit;

    Tally(List<String> names) {
        this.names = names;
        int size = names.size();
        ratings = new double[size];
        residual = new double[size];
        square = new double[size];
        variance = new double[size];
        standardized = new double[size];
        spreadOfInfit = new double[size];
        spreadOfOutfit = new double[size];
    }

    void add(int element, double weight, double distance, double v, double fourth) {
        ratings[element] += weight;
        residual[element] += weight * distance;
        square[element] += weight * distance * distance;
        variance[element] += weight * v;
        standardized[element] += weight * distance * distance / v;
        spreadOfInfit[element] += weight * (fourth - v * v);
        spreadOfOutfit[element] += weight * fourth / (v * v);
    }

    List<ElementFit> fits() {
        List<ElementFit> result = new ArrayList<>();
        for (int i = 0; i < ratings.length; i++) {
            if (ratings[i] == 0) {
                continue;
            }
            double infit = square[i] / variance[i];
            double outfit = standardized[i] / ratings[i];
            double infitQ = Math.sqrt(Math.max(0, spreadOfInfit[i])) / variance[i];
            double outfitQ = Math.sqrt(Math.max(0, spreadOfOutfit[i] / (ratings[i] * ratings[i]) - 1 / ratings[i]));
            double error = 1 / Math.sqrt(variance[i]);
            result.add(new ElementFit(
                    names.get(i),
                    ratings[i],
                    infit,
                    outfit,
                    standardize(infit, infitQ),
                    standardize(outfit, outfitQ),
                    error,
                    error * Math.sqrt(Math.max(1, infit))));
        }
        return List.copyOf(result);
    }

    List<Double> displacements() {
        List<Double> result = new ArrayList<>();
        for (int i = 0; i < ratings.length; i++) {
            result.add(variance[i] > 0 ? residual[i] / variance[i] : 0);
        }
        return List.copyOf(result);
    }

    private static double standardize(double meanSquare, double q) {
        double spread = Math.min(q, Math.sqrt(2));
        if (spread <= 0) {
            return 0;
        }
        return (Math.cbrt(meanSquare) - 1) * 3 / spread + spread / 3;
    }
}
