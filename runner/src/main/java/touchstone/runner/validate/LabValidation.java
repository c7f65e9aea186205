package touchstone.runner.validate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import touchstone.runner.RunnerException;
import touchstone.runner.lab.LabFolder;
import touchstone.runner.run.Progress;
import touchstone.runner.sandbox.Sandbox;
import touchstone.runner.score.Calibration;
import touchstone.runner.validate.Trial.Group;

/** Validates a lab: runs its ladder, mutants and trivial solutions and applies the rules. */
public final class LabValidation {

    private static final int CALIBRATION_SEEDS = 3;
    private static final int MUTANT_SEEDS = 3;

    private final LabFolder lab;
    private final Plan plan;
    private final Trials trials;
    private final Progress progress;

    /**
     * How to validate.
     *
     * @param seeds number of validation seeds; 10 or more for a receipt
     * @param quick the short form: short runs, one seed, only the rules that need no spread
     * @param sideBySide runs at a time
     */
    public record Plan(int seeds, boolean quick, int sideBySide) {}

    public LabValidation(LabFolder lab, Plan plan, Sandbox sandbox, Progress progress, InstantSource clock) {
        this.lab = lab;
        this.plan = plan;
        this.progress = progress;
        this.trials = new Trials(lab, sandbox, plan.quick(), plan.sideBySide(), progress, clock);
    }

    /** Measures the ladder on the calibration seeds and takes the anchors from it. */
    public Calibration calibrate() throws InterruptedException {
        progress.step("calibrating: the ladder on " + CALIBRATION_SEEDS + " seeds");
        List<Long> seeds = CertifiedSeeds.forCalibration(lab.lab()::certifies, CALIBRATION_SEEDS);
        List<Trial> wanted = new ArrayList<>();
        for (String rung : LabFolder.RUNGS) {
            seeds.forEach(seed -> wanted.add(new Trial(Group.RUNG, rung, lab.rung(rung), seed)));
        }
        List<TrialResult> measured = trials.run(wanted);
        for (TrialResult result : measured) {
            if (!(result.outcome() instanceof touchstone.runner.Outcome.Scored)) {
                throw new RunnerException("cannot calibrate: " + result.trial().name() + " with seed "
                        + result.trial().seed() + " was not scored: "
                        + result.outcome().cause());
            }
        }
        return new Results(lab.lab().criteria(), measured)
                .calibrate(lab.description().gradingVersion(), seeds);
    }

    /** Runs everything against these anchors. */
    public Validation validate(Calibration calibration) throws InterruptedException {
        Path work = temporary();
        try {
            List<Long> seeds = CertifiedSeeds.forValidation(lab.lab()::certifies, plan.quick() ? 1 : plan.seeds());
            // everything that a person wrote is read before the first run, so that a mistake costs no time
            Map<String, Mutant> mutants = mutants();
            Optional<ExpectedScores> expected = ExpectedScores.read(lab.folder());
            List<Trial> wanted = trials(seeds, mutants, work);
            progress.step("running " + wanted.size() + " trials, " + plan.sideBySide() + " at a time");
            Results results = new Results(lab.lab().criteria(), trials.run(wanted));
            List<Rule> rules = new Rules(results, calibration, mutants, expected, seeds.size() == 1).apply();
            String table = new ValidationTable(results, calibration).markdown();
            return new Validation(calibration, seeds, rules, table, wanted.size());
        } finally {
            try {
                Trials.delete(work);
            } catch (IOException left) {
                progress.step("could not remove " + work);
            }
        }
    }

    /**
     * Runs the ladder alone on the first validation seed.
     *
     * @return by rung: its total under these anchors, 0 to 100; gates are not looked at
     */
    public Map<String, Double> ladder(Calibration calibration) throws InterruptedException {
        long seed = CertifiedSeeds.forValidation(lab.lab()::certifies, 1).getFirst();
        List<TrialResult> results = trials.run(LabFolder.RUNGS.stream()
                .map(rung -> new Trial(Group.RUNG, rung, lab.rung(rung), seed))
                .toList());
        Map<String, Double> totals = new LinkedHashMap<>();
        for (TrialResult result : results) {
            if (!(result.outcome() instanceof touchstone.runner.Outcome.Scored)) {
                throw new RunnerException(result.trial().name() + " was not scored: "
                        + result.outcome().cause());
            }
            totals.put(result.trial().name(), result.total(lab.lab().criteria(), calibration));
        }
        return totals;
    }

    private List<Trial> trials(List<Long> seeds, Map<String, Mutant> mutants, Path work) {
        List<Trial> wanted = new ArrayList<>();
        for (long seed : seeds) {
            LabFolder.RUNGS.forEach(rung -> wanted.add(new Trial(Group.RUNG, rung, lab.rung(rung), seed)));
            alternative().ifPresent(folder -> wanted.add(new Trial(Group.ALTERNATIVE, "alternative", folder, seed)));
        }
        // a mutant is compared with its rung under its own conditions: what earlier runs left in caches serves both
        mutants.values().stream()
                .map(Mutant::of)
                .distinct()
                .forEach(rung -> seeds.stream()
                        .limit(MUTANT_SEEDS)
                        .forEach(seed -> wanted.add(new Trial(Group.CONTROL, rung, lab.rung(rung), seed))));
        mutants.forEach((name, mutant) -> {
            Path solution = work.resolve(name);
            mutant.write(lab.rung(mutant.of()), solution);
            seeds.stream()
                    .limit(MUTANT_SEEDS)
                    .forEach(seed -> wanted.add(new Trial(Group.MUTANT, name, solution, seed)));
        });
        for (Path trivial : folders("trivial")) {
            wanted.add(new Trial(Group.TRIVIAL, trivial.getFileName().toString(), trivial, seeds.getFirst()));
        }
        return wanted;
    }

    private Optional<Path> alternative() {
        Path folder = lab.folder().resolve("alternative");
        return Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty();
    }

    private Map<String, Mutant> mutants() {
        Map<String, Mutant> mutants = new TreeMap<>();
        folders("mutants").forEach(folder -> mutants.put(folder.getFileName().toString(), Mutant.read(folder)));
        return mutants;
    }

    private List<Path> folders(String name) {
        Path parent = lab.folder().resolve(name);
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + parent, unreadable);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("touchstone-validate");
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot create a temporary folder", failed);
        }
    }
}
