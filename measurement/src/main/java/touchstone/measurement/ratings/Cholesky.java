package touchstone.measurement.ratings;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** A symmetric positive definite matrix, decomposed. The linear algebra is EJML's. */
final class Cholesky {

    private final int size;
    private final LinearSolverDense<DMatrixRMaj> solver;
    private final DMatrixRMaj lower;

    private Cholesky(int size, LinearSolverDense<DMatrixRMaj> solver, DMatrixRMaj lower) {
        this.size = size;
        this.solver = solver;
        this.lower = lower;
    }

    /**
     * Decomposes.
     *
     * @param matrix row by row, both triangles; not changed
     * @throws NotPositiveException when it is not positive definite
     */
    static Cholesky of(double[] matrix, int size) throws NotPositiveException {
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(size);
        DMatrixRMaj copy = DMatrixRMaj.wrap(size, size, matrix.clone());
        if (!solver.setA(copy)) {
            throw new NotPositiveException();
        }
        CholeskyDecomposition_F64<DMatrixRMaj> decomposition = solver.getDecomposition();
        DMatrixRMaj lower = decomposition.getT(null);
        for (int i = 0; i < size; i++) {
            if (!(lower.unsafe_get(i, i) > 0)) {
                throw new NotPositiveException();
            }
        }
        return new Cholesky(size, solver, lower);
    }

    double[] solve(double[] right) {
        DMatrixRMaj result = new DMatrixRMaj(size, 1);
        solver.solve(DMatrixRMaj.wrap(size, 1, right.clone()), result);
        return result.data;
    }

    /** The inverse, row by row. */
    double[] inverse() {
        DMatrixRMaj result = new DMatrixRMaj(size, size);
        solver.invert(result);
        return result.data;
    }

    double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += Math.log(lower.unsafe_get(i, i));
        }
        return 2 * sum;
    }

    /** L z: for standard normal z, a draw whose covariance is the matrix. */
    double[] times(double[] z) {
        double[] x = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                x[i] += lower.unsafe_get(i, j) * z[j];
            }
        }
        return x;
    }

    /** The matrix has a direction without information. */
    static final class NotPositiveException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
