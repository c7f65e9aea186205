package touchstone.runner.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import touchstone.runner.Outcome;
import touchstone.runner.RunnerException;
import touchstone.runner.lab.Figure;
import touchstone.runner.lab.LabFolder;
import touchstone.runner.run.LabRun;
import touchstone.runner.run.Recording;
import touchstone.runner.run.RunFiles;
import touchstone.runner.run.RunRequest;
import touchstone.runner.score.Calibration;

/**
 * The folder that a run leaves behind: report.json, report.html, run.ndjson, ledger.ndjson, solution.log. It appears in one
 * move when everything in it is complete, so that nothing half-written ever looks whole.
 */
public final class RunFolder {

    private RunFolder() {}

    /**
     * Makes a run and writes its folder.
     *
     * @param folder must not exist yet
     * @throws InterruptedException when the run is called off; then no folder is left
     */
    public static Report make(RunRequest request, Calibration calibration, Path folder) throws InterruptedException {
        Path partial = begin(folder);
        try {
            Path scratch = Files.createTempDirectory("touchstone-run");
            try {
                Recording recording = LabRun.make(request, scratch);
                request.progress().step("scoring");
                Report report = Reports.of(recording, request.lab(), calibration);
                RunFiles.write(recording, partial);
                write(report, recording, request.lab(), partial);
                Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
                return report;
            } finally {
                delete(scratch);
            }
        } catch (IOException failed) {
            calledOff();
            throw unwritable(folder, failed);
        } catch (UncheckedIOException failed) {
            calledOff();
            throw unwritable(folder, Objects.requireNonNull(failed.getCause()));
        } finally {
            delete(partial);
        }
    }

    /** Whatever fails after an interrupt failed because of it. */
    private static void calledOff() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the run was called off while it was written");
        }
    }

    private static Path begin(Path folder) {
        Path partial = folder.resolveSibling(folder.getFileName() + ".partial");
        try {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            return Files.createDirectory(partial);
        } catch (FileAlreadyExistsException taken) {
            throw new RunnerException(
                    taken.getFile() + " is in the way: another run is writing there, or one was killed; remove it if no"
                            + " run is going on, or name another folder.",
                    taken);
        } catch (IOException failed) {
            throw unwritable(folder, failed);
        }
    }

    private static RunnerException unwritable(Path folder, IOException failed) {
        String why = failed instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : failed.getMessage();
        return new RunnerException(
                "The run cannot be written to " + folder + " (" + why + "); make room there or name another folder.",
                failed);
    }

    /** Scores the stored run of a folder again and writes its report anew. */
    public static Report rescore(Path folder, LabFolder lab, Calibration calibration) {
        Recording recording = RunFiles.read(folder);
        Report report = Reports.of(recording, lab, calibration);
        try {
            write(report, recording, lab, folder);
        } catch (IOException failed) {
            throw unwritable(folder, failed);
        }
        return report;
    }

    private static void write(Report report, Recording recording, LabFolder lab, Path folder) throws IOException {
        List<Figure> figures = recording.outcome() instanceof Outcome.Scored
                ? lab.lab().figures(recording.log(), recording.solutionCalls())
                : List.of();
        replace(folder.resolve("report.json"), ReportJson.write(report));
        replace(
                folder.resolve("report.html"),
                ReportPage.render(report, figures, recording.log(), recording.solutionCalls()));
    }

    private static void replace(Path file, String text) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.writeString(partial, text);
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> paths = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : paths) {
                Files.deleteIfExists(path);
            }
        } catch (IOException left) {
            throw new UncheckedIOException("cannot remove " + folder, left);
        }
    }
}
