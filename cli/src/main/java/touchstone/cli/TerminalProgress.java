package touchstone.cli;

import java.io.PrintStream;
import touchstone.runner.run.Progress;

/** Shows how a run goes on: one line that is redrawn on a terminal, a plain line for each phase elsewhere. */
final class TerminalProgress implements Progress {

    private static final int WIDTH = 30;

    private final PrintStream err;
    private final boolean terminal;
    private String lastPhase = "";
    private boolean lineOpen;

    TerminalProgress(Surroundings surroundings) {
        this.err = surroundings.err();
        this.terminal = surroundings.terminal();
    }

    @Override
    public synchronized void step(String what) {
        closeLine();
        err.println(Character.toUpperCase(what.charAt(0)) + what.substring(1) + " ...");
    }

    @Override
    public synchronized void day(String phase, int done, int items) {
        if (terminal) {
            int filled = items == 0 ? 0 : WIDTH * done / items;
            String bar = "#".repeat(filled) + ".".repeat(WIDTH - filled);
            err.print("\r[" + bar + "] " + done + "/" + items + "  " + phase + "\u001b[K");
            err.flush();
            lineOpen = true;
        } else if (!phase.equals(lastPhase)) {
            err.println(done + "/" + items + "  " + phase);
        }
        lastPhase = phase;
    }

    /** Ends the redrawn line. */
    synchronized void closeLine() {
        if (lineOpen) {
            err.println();
            lineOpen = false;
        }
    }
}
