package touchstone.runner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import touchstone.chance.Chance;
import touchstone.runner.lab.Day;
import touchstone.runner.lab.Item;
import touchstone.runner.lab.Measure;
import touchstone.runner.run.RunLog;
import touchstone.runner.run.RunLog.ItemRecord;
import touchstone.runner.run.RunLog.ItemReply;
import touchstone.simulator.ledger.LedgerEntry;

/** A day of eight phases, its items and the calls made for them: plausible, and the same each time. */
final class DayFixtures {

    private static final Chance CHANCE = Chance.ofSeed(20_260_401);
    private static final long SECOND = 1_000_000;
    private static final long PHASE_SECONDS = 15;

    private DayFixtures() {}

    static final RunLog.Header HEADER =
            new RunLog.Header("resilient-client", "1.0.0", 1, 4711, false, "2026-04-01T09:30:00Z");

    static final List<Day.Phase> PHASES = List.of(
            phase(0, "warm-up", "Warm-up", ""),
            phase(1, "steady", "Steady", ""),
            phase(2, "rate-limit", "Rate limit", "The allowance drops to 60 requests a minute."),
            phase(3, "burst", "Burst", ""),
            phase(4, "outage", "Outage", "The medium model answers most calls with 503."),
            phase(5, "latency-spike", "Latency spike", "The first byte comes 2 to 4 s late."),
            phase(6, "recovery", "Recovery", ""),
            phase(7, "repeats", "Repeats", ""));

    private static Day.Phase phase(int index, String name, String title, String fault) {
        return new Day.Phase(name, title, fault, index * PHASE_SECONDS * SECOND, (index + 1) * PHASE_SECONDS * SECOND);
    }

    static RunLog log(int items) {
        List<ItemRecord> records = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            records.add(record(i, items));
        }
        return new RunLog(HEADER, PHASES, records);
    }

    private static ItemRecord record(int index, int items) {
        long length = PHASES.size() * PHASE_SECONDS * SECOND;
        long arrival =
                (long) ((index + 0.6 * CHANCE.stream("arrival").key(index).uniform()) * length / items);
        Day.Phase phase = PHASES.get((int) (arrival / (PHASE_SECONDS * SECOND)));
        Item item = new Item(
                id(index),
                phase.name(),
                phase.fault().isEmpty() ? "plain" : phase.name(),
                "/ask",
                "{\"question\":\"How long is the warranty of product " + index + "?\"}",
                arrival,
                4_000,
                Map.of());
        double luck = CHANCE.stream("luck").key(index).uniform();
        long taken = (long) (millis(phase, luck) * 1_000);
        ItemReply reply = reply(phase, luck, index);
        return new ItemRecord(item, arrival + 400, arrival + taken * 2 / 3, arrival + taken, reply);
    }

    private static double millis(Day.Phase phase, double luck) {
        double quiet = 180 + 320 * luck * luck;
        return switch (phase.name()) {
            case "rate-limit" -> quiet + 1_600 * luck;
            case "outage" -> quiet + 2_400 * luck;
            case "latency-spike" -> quiet + 2_000 + 2_300 * luck;
            default -> quiet;
        };
    }

    private static ItemReply reply(Day.Phase phase, double luck, int index) {
        if (phase.name().equals("outage") && luck < 0.5) {
            return new ItemReply.Replied(503, "{\"error\":\"the model is not available\"}");
        }
        if (phase.name().equals("latency-spike") && luck > 0.9) {
            return new ItemReply.NoReply("The connection was closed without a reply.");
        }
        return new ItemReply.Replied(200, "{\"answer\":\"The warranty is " + (1 + index % 5) + " years.\"}");
    }

    /** One to three calls for each item, and three that belong to none. */
    static List<LedgerEntry> ledger(RunLog log, int callsPerItem) {
        List<LedgerEntry> calls = new ArrayList<>();
        for (ItemRecord item : log.items()) {
            int faults = faults(item, callsPerItem);
            for (int attempt = 0; attempt <= faults; attempt++) {
                calls.add(call(calls.size(), item, attempt, faults));
            }
        }
        return List.copyOf(calls);
    }

    private static int faults(ItemRecord item, int callsPerItem) {
        return switch (item.item().phase()) {
            case "rate-limit" -> Math.min(callsPerItem - 1, 1);
            case "outage" -> callsPerItem - 1;
            default -> callsPerItem > 3 ? callsPerItem - 1 : 0;
        };
    }

    private static LedgerEntry call(long number, ItemRecord record, int attempt, int faults) {
        Item item = record.item();
        boolean fails = attempt < faults || (item.phase().equals("outage") && answered(record) == 503);
        boolean aborted = item.phase().equals("latency-spike") && answered(record) == 0;
        boolean limited = item.phase().equals("rate-limit");
        int status = !fails ? 200 : limited ? 429 : 503;
        long from = record.sentMicros() + 3_000 + (record.doneMicros() - record.sentMicros()) * attempt / (faults + 1);
        long until = fails ? from + 12_000 : record.doneMicros() - 2_000;
        return new LedgerEntry(
                number,
                number % 97 == 96 ? "" : item.id(),
                new LedgerEntry.Request("chat", item.phase(), "sim-medium", "k" + item.id(), attempt, attempt, true),
                new LedgerEntry.Served(
                        status,
                        status == 200 ? "none" : limited ? "rate-limited" : "http-503",
                        status == 200 ? "answer-from-context" : "",
                        true,
                        limited && fails ? 900_000 : -1,
                        aborted),
                status == 200 ? new LedgerEntry.Usage(412, 0, 38, 282) : LedgerEntry.Usage.NONE,
                new LedgerEntry.Times(
                        from, aborted ? -1 : until - 8_000, aborted ? -1 : until, aborted ? until : -1, 120),
                LedgerEntry.Tokens.NONE,
                Map.of("user-agent", "openai-python/2.1"));
    }

    private static int answered(ItemRecord record) {
        return switch (record.reply()) {
            case ItemReply.Replied replied -> replied.status();
            case ItemReply.NoReply _ -> 0;
        };
    }

    /** Three items with their calls in the day of 150 items. */
    static List<Measure.Example> examples(String criterion) {
        RunLog log = log(150);
        List<LedgerEntry> ledger = ledger(log, 3);
        int first = 38 + Math.floorMod(criterion.hashCode(), 55);
        List<Measure.Example> examples = new ArrayList<>();
        for (int i = first; i < first + 3; i++) {
            String item = id(i);
            List<Long> calls = ledger.stream()
                    .filter(call -> call.item().equals(item))
                    .map(LedgerEntry::call)
                    .toList();
            examples.add(new Measure.Example(
                    item,
                    calls.size() == 1
                            ? "Answered at the first call."
                            : "Took " + calls.size() + " calls, the last one before the time was up.",
                    calls));
        }
        return examples;
    }

    private static String id(int index) {
        return "item-%03d".formatted(index);
    }
}
