package touchstone.measurement.reliability;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;
import touchstone.measurement.reliability.Effects.Effect;

/**
 * Henderson's equations of a model with a mean and crossed random effects, solved for one or more right sides.
 *
 * <p>Effects of the object (candidate, candidate x interviewer, ...) touch one object's scores only. They are eliminated object by
 * object; what remains is one dense system of the other effects and the mean. Effects are scaled by the root of their variance
 * ratio, so that a variance of 0 is no special case (D. Bates et al., "Fitting linear mixed-effects models using lme4", Journal of
 * Statistical Software 67 (2015), section 3).
 */
final class MixedModel {

    private final List<Effect> own;
    private final List<Effect> shared;
    private final int[] offsets;
    private final int width;
    private final int size;
    private final double[] roots;

    /** One object's part of the equations. */
    private final class Block {
        final int[] scores;
        final int[][] places;
        final int[] effectOf;
        final int[] touched;
        final LinearSolverDense<DMatrixRMaj> solver;
        final DMatrixRMaj link;
        final DMatrixRMaj solved;

        /** Own columns of the block and the shared columns that they meet. */
        Block(int[] scores) {
            this.scores = scores;
            this.places = new int[own.size()][scores.length];
            int columns = 0;
            int[] effects = new int[own.size() * scores.length];
            for (int e = 0; e < own.size(); e++) {
                int first = columns;
                int[] seen = new int[scores.length];
                for (int i = 0; i < scores.length; i++) {
                    int level = own.get(e).levelOf()[scores[i]];
                    int place = first;
                    while (place < columns && seen[place - first] != level) {
                        place++;
                    }
                    if (place == columns) {
                        seen[place - first] = level;
                        effects[columns++] = e;
                    }
                    places[e][i] = place;
                }
            }
            this.effectOf = Arrays.copyOf(effects, columns);
            this.touched = Arrays.stream(scores)
                    .flatMap(score -> java.util.stream.IntStream.rangeClosed(0, shared.size())
                            .map(s -> column(s, score)))
                    .distinct()
                    .sorted()
                    .toArray();
            DMatrixRMaj equations = new DMatrixRMaj(columns, columns);
            this.link = new DMatrixRMaj(columns, touched.length);
            for (int c = 0; c < columns; c++) {
                equations.set(c, c, 1);
            }
            fill(equations);
            this.solver = solver(equations);
            this.solved = new DMatrixRMaj(columns, touched.length);
            solver.solve(link, solved);
        }

        private void fill(DMatrixRMaj equations) {
            for (int i = 0; i < scores.length; i++) {
                for (int e = 0; e < own.size(); e++) {
                    for (int f = 0; f < own.size(); f++) {
                        equations.add(
                                places[e][i],
                                places[f][i],
                                roots[own.get(e).set()] * roots[own.get(f).set()]);
                    }
                    for (int s = 0; s <= shared.size(); s++) {
                        int column = Arrays.binarySearch(touched, column(s, scores[i]));
                        link.add(places[e][i], column, roots[own.get(e).set()] * scale(s));
                    }
                }
            }
        }

        DMatrixRMaj right(double[] values) {
            DMatrixRMaj right = new DMatrixRMaj(effectOf.length, 1);
            for (int i = 0; i < scores.length; i++) {
                for (int e = 0; e < own.size(); e++) {
                    right.add(places[e][i], 0, roots[own.get(e).set()] * values[scores[i]]);
                }
            }
            return right;
        }
    }

    private final Block[] blocks;
    private final LinearSolverDense<DMatrixRMaj> rest;
    private final double logDeterminant;

    /**
     * The equations.
     *
     * @param ratios by set of facets: variance over residual variance
     */
    MixedModel(List<Effect> effects, int[][] scoresOf, int size, double[] ratios) {
        this.own = effects.stream().filter(Effect::ofObject).toList();
        this.shared = effects.stream().filter(effect -> !effect.ofObject()).toList();
        this.size = size;
        this.roots = Arrays.stream(ratios).map(Math::sqrt).toArray();
        this.offsets = new int[shared.size() + 1];
        for (int s = 0; s < shared.size(); s++) {
            offsets[s + 1] = offsets[s] + shared.get(s).levels();
        }
        this.width = offsets[shared.size()] + 1;
        this.blocks = new Block[scoresOf.length];
        DMatrixRMaj equations = new DMatrixRMaj(width, width);
        for (int c = 0; c < width - 1; c++) {
            equations.set(c, c, 1);
        }
        double determinant = 0;
        for (int o = 0; o < blocks.length; o++) {
            blocks[o] = new Block(scoresOf[o]);
            determinant += addTo(equations, blocks[o]);
        }
        this.rest = solver(equations);
        this.logDeterminant = determinant + logDeterminant(rest, width);
    }

    /** The equations are not positive definite, as far as numbers of 64 bits can tell. */
    static final class UnsolvableException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private UnsolvableException() {
            super("the equations are not positive definite");
        }
    }

    private static LinearSolverDense<DMatrixRMaj> solver(DMatrixRMaj equations) {
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(equations.numRows);
        if (!solver.setA(equations)) {
            throw new UnsolvableException();
        }
        return solver;
    }

    private double addTo(DMatrixRMaj equations, Block block) {
        for (int score : block.scores) {
            for (int s = 0; s <= shared.size(); s++) {
                for (int t = 0; t <= shared.size(); t++) {
                    equations.add(column(s, score), column(t, score), scale(s) * scale(t));
                }
            }
        }
        DMatrixRMaj explained = new DMatrixRMaj(block.touched.length, block.touched.length);
        CommonOps_DDRM.multTransA(block.link, block.solved, explained);
        for (int a = 0; a < block.touched.length; a++) {
            for (int b = 0; b < block.touched.length; b++) {
                equations.add(block.touched[a], block.touched[b], -explained.get(a, b));
            }
        }
        return logDeterminant(block.solver, block.effectOf.length);
    }

    /** The shared column of a score; the last one is the mean. */
    private int column(int effect, int score) {
        return effect == shared.size()
                ? width - 1
                : offsets[effect] + shared.get(effect).levelOf()[score];
    }

    private double scale(int effect) {
        return effect == shared.size() ? 1 : roots[shared.get(effect).set()];
    }

    private static double logDeterminant(LinearSolverDense<DMatrixRMaj> solver, int size) {
        CholeskyDecomposition_F64<DMatrixRMaj> root = solver.getDecomposition();
        DMatrixRMaj lower = root.getT(null);
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += 2 * Math.log(lower.get(i, i));
        }
        return sum;
    }

    /** Logarithm of the determinant of the whole system. */
    double logDeterminant() {
        return logDeterminant;
    }

    /** What remains of values after their best fit: residual variance times P of mixed-model theory, applied to them. */
    double[] residuals(double[] values) {
        DMatrixRMaj right = new DMatrixRMaj(width, 1);
        DMatrixRMaj[] locals = new DMatrixRMaj[blocks.length];
        for (int score = 0; score < size; score++) {
            for (int s = 0; s <= shared.size(); s++) {
                right.add(column(s, score), 0, scale(s) * values[score]);
            }
        }
        for (int o = 0; o < blocks.length; o++) {
            Block block = blocks[o];
            DMatrixRMaj sums = block.right(values);
            for (int a = 0; a < block.touched.length; a++) {
                for (int row = 0; row < sums.numRows; row++) {
                    right.add(block.touched[a], 0, -block.solved.get(row, a) * sums.get(row, 0));
                }
            }
            locals[o] = new DMatrixRMaj(sums.numRows, 1);
            block.solver.solve(sums, locals[o]);
        }
        DMatrixRMaj solution = new DMatrixRMaj(width, 1);
        rest.solve(right, solution);
        return residuals(values, solution, locals);
    }

    private double[] residuals(double[] values, DMatrixRMaj solution, DMatrixRMaj[] locals) {
        double[] residuals = values.clone();
        for (int o = 0; o < blocks.length; o++) {
            Block block = blocks[o];
            for (int row = 0; row < locals[o].numRows; row++) {
                for (int a = 0; a < block.touched.length; a++) {
                    locals[o].add(row, 0, -block.solved.get(row, a) * solution.get(block.touched[a], 0));
                }
            }
            for (int i = 0; i < block.scores.length; i++) {
                for (int e = 0; e < own.size(); e++) {
                    residuals[block.scores[i]] -= roots[own.get(e).set()] * locals[o].get(block.places[e][i], 0);
                }
                for (int s = 0; s <= shared.size(); s++) {
                    residuals[block.scores[i]] -= scale(s) * solution.get(column(s, block.scores[i]), 0);
                }
            }
        }
        return residuals;
    }

    /** For each set of facets, the trace of its part of the inverse. */
    double[] traces() {
        double[] traces = new double[roots.length];
        DMatrixRMaj inverse = new DMatrixRMaj(width, width);
        rest.invert(inverse);
        for (int s = 0; s < shared.size(); s++) {
            for (int c = offsets[s]; c < offsets[s + 1]; c++) {
                traces[shared.get(s).set()] += inverse.get(c, c);
            }
        }
        for (Block block : blocks) {
            DMatrixRMaj unit = new DMatrixRMaj(block.effectOf.length, block.effectOf.length);
            block.solver.invert(unit);
            for (int row = 0; row < block.effectOf.length; row++) {
                double diagonal = unit.get(row, row);
                for (int a = 0; a < block.touched.length; a++) {
                    double sum = 0;
                    for (int b = 0; b < block.touched.length; b++) {
                        sum += inverse.get(block.touched[a], block.touched[b]) * block.solved.get(row, b);
                    }
                    diagonal += block.solved.get(row, a) * sum;
                }
                traces[own.get(block.effectOf[row]).set()] += diagonal;
            }
        }
        return traces;
    }
}
