package touchstone.runner.validate;

import java.nio.file.Path;

/**
 * One run that a validation needs.
 *
 * @param group what the solution is for
 * @param name of the rung, mutant or trivial solution
 * @param solution its folder
 */
record Trial(Group group, String name, Path solution, long seed) {

    /** What a solution in a validation is for. */
    enum Group {
        RUNG,
        ALTERNATIVE,
        /** A rung that mutants are made of, run once more beside them. */
        CONTROL,
        MUTANT,
        TRIVIAL
    }
}
