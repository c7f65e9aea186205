package touchstone.cli;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import touchstone.runner.lab.LabFolder;
import touchstone.runner.sandbox.Sandbox;
import touchstone.runner.score.Calibration;
import touchstone.runner.score.SeedsLock;
import touchstone.runner.validate.LabValidation;
import touchstone.runner.validate.Receipts;
import touchstone.runner.validate.Rule;
import touchstone.runner.validate.Validation;

/** {@code touchstone lab validate}. */
@Command(
        name = "validate",
        description = {
            "Shows whether a lab tells good work from bad: runs its ladder, mutants and trivial solutions.",
            "Exit status: 0 valid, 1 a rule is broken."
        },
        mixinStandardHelpOptions = true)
final class LabValidateCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "LAB", description = "Name of the lab.")
    private String lab = "";

    @Option(names = "--seeds", paramLabel = "N", defaultValue = "10", description = "Validation seeds (default: 10).")
    private int seeds;

    @Option(
            names = "--quick",
            description =
                    "A first look: one short run of each solution. Some criteria have too few items in it to tell a"
                            + " mutant; writes no receipt.")
    private boolean quick;

    @Option(names = "--calibrate", description = "Measure the anchors anew first, and write them to seeds.lock.")
    private boolean calibrate;

    @Option(
            names = "--side-by-side",
            paramLabel = "N",
            defaultValue = "6",
            description = "Runs at a time (default: 6).")
    private int sideBySide;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    LabValidateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (seeds < 1 || sideBySide < 1) {
            throw new BadInputException("--seeds and --side-by-side take a number of 1 or more.");
        }
        LabFolder folder = LabArguments.lab(surroundings, lab);
        Sandbox sandbox = LabArguments.sandbox(false);
        TerminalProgress progress = new TerminalProgress(surroundings);
        LabValidation.Plan plan = new LabValidation.Plan(seeds, quick, sideBySide);
        LabValidation validation = new LabValidation(folder, plan, sandbox, progress, surroundings.clock());
        try (Interrupts _ = new Interrupts()) {
            Calibration calibration = calibrate
                    ? anew(folder, validation)
                    : LabArguments.lock(folder).calibration();
            Validation found = validation.validate(calibration);
            progress.closeLine();
            if (!quick) {
                Receipts.write(folder, found, seeds, surroundings.clock());
            }
            print(found);
            return found.valid() ? 0 : 1;
        } finally {
            progress.closeLine();
        }
    }

    private static Calibration anew(LabFolder folder, LabValidation validation) throws InterruptedException {
        Calibration calibration = validation.calibrate();
        new SeedsLock(calibration, List.of(), Optional.empty()).write(folder);
        return calibration;
    }

    private void print(Validation found) {
        PrintStream out = surroundings.out();
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("lab", lab);
            document.put("valid", found.valid());
            document.put("quick", quick);
            document.put("seeds", found.seeds());
            document.put("runs", found.runs());
            document.put("rules", found.rules());
            out.println(JsonMapper.builder().build().writeValueAsString(document));
            return;
        }
        out.println(found.table());
        for (Rule rule : found.rules()) {
            out.println((rule.held() ? "ok      " : "BROKEN  ") + rule.name() + ": " + rule.words());
        }
        out.println(found.valid() ? "The lab is valid." : "The lab is not valid.");
    }
}
