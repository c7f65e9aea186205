package touchstone.runner.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import touchstone.runner.report.TimelineView.Lane;
import touchstone.simulator.ledger.LedgerEntry;

/** The strip of model calls: one lane for each way in which calls ended, so that no lane needs its colour to be told. */
final class Lanes {

    private static final double HEIGHT = 18;
    private static final double TICK = 12;
    private static final int MOST_CALLS = 10_000;

    private final List<Lane> lanes = new ArrayList<>();
    private final double bottom;

    /** How a call ended. */
    private enum Ending {
        ANSWERED("answered", "answered"),
        DAMAGED("with a fault", "late"),
        LIMITED("429 rate limit", "limited"),
        REFUSED("4xx refused", "error"),
        FAILED("5xx failed", "error"),
        CUT("no status", "silent");

        private final String label;
        private final String style;

        Ending(String label, String style) {
            this.label = label;
            this.style = style;
        }

        private static Ending of(LedgerEntry call) {
            int status = call.served().status();
            if (status == 429) {
                return LIMITED;
            }
            if (status >= 500) {
                return FAILED;
            }
            if (status >= 400) {
                return REFUSED;
            }
            if (status == 0) {
                return CUT;
            }
            return call.served().fault().equals("none") ? ANSWERED : DAMAGED;
        }
    }

    /** @param top where the first lane begins */
    Lanes(List<LedgerEntry> ledger, LongToDoubleFunction x, double top) {
        Map<Ending, List<LedgerEntry>> groups = new EnumMap<>(Ending.class);
        ledger.forEach(call ->
                groups.computeIfAbsent(Ending.of(call), _ -> new ArrayList<>()).add(call));
        int stride = (ledger.size() + MOST_CALLS - 1) / MOST_CALLS;
        double y = top;
        for (Map.Entry<Ending, List<LedgerEntry>> group : groups.entrySet()) {
            List<LedgerEntry> calls = group.getValue();
            StringBuilder path = new StringBuilder();
            for (int i = 0; i < calls.size(); i += stride) {
                path.append('M')
                        .append(x.applyAsDouble(calls.get(i).times().receivedMicros()))
                        .append(' ')
                        .append(y)
                        .append('v')
                        .append(TICK);
            }
            Ending ending = group.getKey();
            lanes.add(new Lane(ending.label, ending.style, y, path.toString(), calls.size()));
            y += HEIGHT;
        }
        bottom = y + 8;
    }

    List<Lane> drawn() {
        return lanes;
    }

    double bottom() {
        return bottom;
    }
}
