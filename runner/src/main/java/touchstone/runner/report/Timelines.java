package touchstone.runner.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import touchstone.runner.lab.Day;
import touchstone.runner.report.TimelineView.Band;
import touchstone.runner.report.TimelineView.Dot;
import touchstone.runner.report.TimelineView.Frame;
import touchstone.runner.report.TimelineView.PhaseRow;
import touchstone.runner.report.TimelineView.Sort;
import touchstone.runner.report.TimelineView.Tick;
import touchstone.runner.run.RunLog;
import touchstone.runner.run.RunLog.ItemRecord;
import touchstone.runner.run.RunLog.ItemReply;
import touchstone.simulator.ledger.LedgerEntry;

/** Draws the day: when each request was sent, how long its reply took, how it ended, and the model calls beneath. */
final class Timelines {

    private static final double LEFT = 128;
    private static final double RIGHT = 980;
    private static final double TOP = 34;
    private static final double BOTTOM = 290;
    private static final double LETTER = 6.6;
    private static final int MOST_DOTS = 600;
    private static final int MOST_TICKS = 10;
    private static final double LEAST_SECONDS = 0.05;
    private static final List<Integer> STEPS = List.of(1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1_800, 3_600);
    private static final double[] LATENCIES = {0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 60, 120, 300};

    private final RunLog log;
    private final List<LedgerEntry> ledger;
    private final double lengthSeconds;
    private final double mostSeconds;

    private Timelines(RunLog log, List<LedgerEntry> ledger) {
        this.log = log;
        this.ledger = ledger;
        long end = Math.max(
                Math.max(most(log.phases(), Day.Phase::endMicros), most(log.items(), ItemRecord::sentMicros)),
                most(ledger, call -> call.times().receivedMicros()));
        this.lengthSeconds = Math.max(1, end / 1e6);
        this.mostSeconds = Math.max(
                1, log.items().stream().mapToDouble(Timelines::seconds).max().orElse(1) * 1.1);
    }

    private static <T> long most(List<T> elements, ToLongFunction<T> value) {
        return elements.stream().mapToLong(value).max().orElse(0);
    }

    /** Empty when no request was sent. */
    static Optional<TimelineView> of(RunLog log, List<LedgerEntry> ledger) {
        return log.items().isEmpty() ? Optional.empty() : Optional.of(new Timelines(log, ledger).view());
    }

    private TimelineView view() {
        int stride = (log.items().size() + MOST_DOTS - 1) / MOST_DOTS;
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < log.items().size(); i += stride) {
            dots.add(dot(log.items().get(i)));
        }
        Lanes lanes = new Lanes(ledger, this::x, BOTTOM + 52);
        return new TimelineView(
                summary(),
                stride == 1
                        ? ""
                        : "The drawing shows " + dots.size() + " of "
                                + Figures.whole(log.items().size()) + " requests, evenly picked; the table counts all.",
                new Frame(LEFT, RIGHT, TOP, BOTTOM, lanes.bottom(), secondTicks(), latencyTicks(), deadlineY()),
                log.phases().stream().map(this::band).toList(),
                dots,
                lanes.drawn(),
                List.of(Sort.values()),
                log.phases().stream().map(this::row).toList());
    }

    private String summary() {
        Map<Sort, Integer> counts = count(log.items());
        StringBuilder text = new StringBuilder(Figures.whole(log.items().size()) + " requests: ");
        for (Sort sort : Sort.values()) {
            text.append(sort == Sort.ANSWERED ? "" : ", ")
                    .append(counts.getOrDefault(sort, 0))
                    .append(' ')
                    .append(sort.label);
        }
        return text.append(". ")
                .append(Figures.whole(ledger.size()))
                .append(" calls to the simulated model.")
                .toString();
    }

    private static Map<Sort, Integer> count(List<ItemRecord> items) {
        Map<Sort, Integer> counts = new EnumMap<>(Sort.class);
        items.forEach(item -> counts.merge(sort(item), 1, Integer::sum));
        return counts;
    }

    private static Sort sort(ItemRecord record) {
        return switch (record.reply()) {
            case ItemReply.NoReply _ -> Sort.NO_REPLY;
            case ItemReply.Replied replied when replied.status() < 200 || replied.status() >= 300 -> Sort.ERROR;
            case ItemReply.Replied _ ->
                seconds(record) * 1_000 > record.item().deadlineMillis() ? Sort.LATE : Sort.ANSWERED;
        };
    }

    private static double seconds(ItemRecord record) {
        return Math.max(0, record.doneMicros() - record.sentMicros()) / 1e6;
    }

    private Dot dot(ItemRecord record) {
        Sort sort = sort(record);
        String title = record.item().id() + ", " + sort.label + " after "
                + Figures.seconds(Math.max(0, record.doneMicros() - record.sentMicros()));
        return new Dot(x(record.sentMicros()), y(seconds(record)), sort, title);
    }

    private double x(long micros) {
        return Figures.tenth(LEFT + (RIGHT - LEFT) * Math.clamp(micros / 1e6 / lengthSeconds, 0, 1));
    }

    /** Logarithmic, so that quick replies can be told apart beside slow ones. */
    private double y(double seconds) {
        double way = Math.log(Math.max(LEAST_SECONDS, seconds) / LEAST_SECONDS) / Math.log(mostSeconds / LEAST_SECONDS);
        return Figures.tenth(BOTTOM - (BOTTOM - TOP) * Math.clamp(way, 0, 1));
    }

    private double deadlineY() {
        List<Integer> deadlines = log.items().stream()
                .map(record -> record.item().deadlineMillis())
                .distinct()
                .toList();
        double deadline = deadlines.getFirst() / 1e3;
        return deadlines.size() == 1 && deadline <= mostSeconds ? y(deadline) : -1;
    }

    private List<Tick> secondTicks() {
        int step = STEPS.stream()
                .filter(candidate -> lengthSeconds / candidate <= MOST_TICKS)
                .findFirst()
                .orElse(STEPS.getLast());
        List<Tick> ticks = new ArrayList<>();
        for (long second = 0; second <= lengthSeconds; second += step) {
            ticks.add(new Tick(x(second * 1_000_000), Long.toString(second)));
        }
        return ticks;
    }

    private List<Tick> latencyTicks() {
        return Arrays.stream(LATENCIES)
                .filter(seconds -> seconds <= mostSeconds)
                .mapToObj(seconds -> new Tick(y(seconds), latency(seconds)))
                .toList();
    }

    private static String latency(double seconds) {
        String label = seconds < 1 ? Math.round(seconds * 1_000) + " ms" : Math.round(seconds) + " s";
        return seconds <= LEAST_SECONDS ? "up to " + label : label;
    }

    private Band band(Day.Phase phase) {
        double from = x(phase.startMicros());
        double width = Figures.tenth(x(phase.endMicros()) - from);
        int letters = (int) (width / LETTER) - 1;
        String label = phase.title().length() <= letters
                ? phase.title()
                : letters < 3 ? "" : phase.title().substring(0, letters - 1) + "\u2026";
        return new Band(from, width, label, phase.title(), phase.fault());
    }

    private PhaseRow row(Day.Phase phase) {
        List<ItemRecord> items = log.items().stream()
                .filter(record -> record.item().phase().equals(phase.name()))
                .toList();
        Map<Sort, Integer> counts = count(items);
        List<String> cells = new ArrayList<>();
        cells.add(String.format(Locale.ENGLISH, "%.0f to %.0f", phase.startMicros() / 1e6, phase.endMicros() / 1e6));
        cells.add(Integer.toString(items.size()));
        for (Sort sort : Sort.values()) {
            cells.add(Integer.toString(counts.getOrDefault(sort, 0)));
        }
        cells.add(Long.toString(ledger.stream()
                .filter(call -> call.request().phase().equals(phase.name()))
                .count()));
        return new PhaseRow(phase.title(), phase.fault(), cells);
    }
}
