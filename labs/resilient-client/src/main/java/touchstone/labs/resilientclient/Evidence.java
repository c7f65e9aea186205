package touchstone.labs.resilientclient;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import touchstone.runner.lab.Day;
import touchstone.runner.lab.Item;
import touchstone.runner.run.RunLog;
import touchstone.runner.run.RunLog.ItemRecord;
import touchstone.simulator.ledger.LedgerEntry;

/**
 * Run log and ledger joined: each item with how it ended and the model calls that were made for it.
 *
 * @param items in order of arrival
 * @param calls all chat calls of the day, in order of arrival
 * @param phases the day's phases by name
 */
record Evidence(List<Asked> items, List<LedgerEntry> calls, Map<String, Day.Phase> phases) {

    /**
     * One item.
     *
     * @param calls the model calls for it, in order; a repeated prompt's calls count for its first item
     */
    record Asked(ItemRecord record, Ending ending, List<LedgerEntry> calls) {

        Item item() {
            return record.item();
        }

        String id() {
            return record.item().id();
        }

        boolean is(Kind... kinds) {
            for (Kind kind : kinds) {
                if (item().kind().equals(kind.label())) {
                    return true;
                }
            }
            return false;
        }

        boolean in(String phase) {
            return item().phase().equals(phase);
        }

        boolean correct() {
            return ending == Ending.CORRECT;
        }

        List<LedgerEntry> callsTo(String model) {
            return calls.stream()
                    .filter(call -> call.request().model().equals(model))
                    .toList();
        }

        List<Long> callNumbers() {
            return calls.stream().map(LedgerEntry::call).toList();
        }

        /** The moment by which its caller wanted an answer. */
        long deadlineMicros() {
            return record.sentMicros() + item().deadlineMillis() * 1_000L;
        }
    }

    static Evidence of(RunLog log, List<LedgerEntry> ledger) {
        Map<String, Day.Phase> phases = new HashMap<>();
        log.phases().forEach(phase -> phases.put(phase.name(), phase));
        List<LedgerEntry> calls = ledger.stream()
                .filter(call -> call.request().endpoint().equals("chat"))
                .filter(call -> phases.containsKey(call.request().phase()))
                .sorted(Comparator.comparingLong(LedgerEntry::call))
                .toList();
        Map<String, List<LedgerEntry>> byItem = new HashMap<>();
        calls.forEach(call ->
                byItem.computeIfAbsent(call.item(), _ -> new ArrayList<>()).add(call));
        Map<String, String> codes = new HashMap<>();
        log.items()
                .forEach(record -> codes.put(
                        record.item().truth().getOrDefault("code", ""),
                        record.item().id()));
        List<Asked> items = log.items().stream()
                .map(record -> new Asked(
                        record,
                        Ending.of(record, codes),
                        List.copyOf(byItem.getOrDefault(record.item().id(), List.of()))))
                .toList();
        return new Evidence(items, calls, Map.copyOf(phases));
    }

    List<Asked> of(Kind... kinds) {
        return where(asked -> asked.is(kinds));
    }

    List<Asked> in(String... names) {
        Set<String> wanted = Set.of(names);
        return where(asked -> wanted.contains(asked.item().phase()));
    }

    List<Asked> where(Predicate<Asked> wanted) {
        return items.stream().filter(wanted).toList();
    }
}
