package touchstone.runner.run;

import java.nio.file.Path;
import java.time.InstantSource;
import touchstone.runner.lab.LabFolder;
import touchstone.runner.sandbox.Sandbox;

/**
 * One run to be made.
 *
 * @param solution folder that was submitted
 * @param quick the short form for practice
 * @param clock says what day it is, for provenance and for dates on the wire
 */
public record RunRequest(
        LabFolder lab,
        Path solution,
        long seed,
        boolean quick,
        Sandbox sandbox,
        Progress progress,
        InstantSource clock) {}
