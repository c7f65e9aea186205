package touchstone.labs.documentsearch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import touchstone.runner.lab.Day;
import touchstone.runner.lab.Item;
import touchstone.runner.run.RunLog;
import touchstone.runner.run.RunLog.ItemRecord;
import touchstone.runner.run.RunLog.ItemReply;
import touchstone.simulator.ledger.LedgerEntry;

/**
 * Run log and ledger joined.
 *
 * @param questions in order of arrival
 * @param searches in order of arrival; probes are among them
 * @param batches in order of arrival
 * @param calls all calls of the day, in order of arrival
 */
record Evidence(
        List<Asked> questions,
        List<Searched> searches,
        List<ItemRecord> batches,
        List<LedgerEntry> calls,
        Corpus corpus) {

    /** How much later than the deadline still counts as in time, for the way back. */
    private static final long TOLERANCE_MICROS = 150_000;

    private static final int OK = 200;

    /**
     * One question.
     *
     * @param reply empty when it breaks the contract, came late or not at all
     * @param calls the chat calls for it, in order
     */
    record Asked(ItemRecord record, Truth truth, Ending ending, Optional<AnswerReply> reply, List<LedgerEntry> calls) {

        String id() {
            return record.item().id();
        }

        boolean is(Sort... sorts) {
            for (Sort sort : sorts) {
                if (sort.of(record.item())) {
                    return true;
                }
            }
            return false;
        }

        boolean in(String... phases) {
            return List.of(phases).contains(record.item().phase());
        }

        boolean right() {
            return ending == Ending.RIGHT;
        }

        List<Long> callNumbers() {
            return calls.stream().map(LedgerEntry::call).toList();
        }

        /** The calls in which the model was asked the question itself, and answered. */
        List<LedgerEntry> answering() {
            return calls.stream()
                    .filter(call -> call.served().family().equals("answer-from-context")
                            || call.served().family().equals("extract-to-schema"))
                    .toList();
        }

        /** Begins with "The caller was". */
        String outcome() {
            String said = reply.filter(given -> ending.answered())
                    .map(given -> ": \"" + Words.clipped(given.answer(), 140) + "\"")
                    .orElse("");
            return "The caller was " + ending.words() + said + ".";
        }
    }

    /**
     * One search.
     *
     * @param reply empty when it breaks the contract, came late or not at all
     */
    record Searched(ItemRecord record, Optional<SearchReply> reply) {

        String id() {
            return record.item().id();
        }

        boolean is(Sort sort) {
            return sort.of(record.item());
        }

        boolean in(String phase) {
            return record.item().phase().equals(phase);
        }

        Truth truth() {
            return Json.read(record.item().truth().getOrDefault(Truth.NAME, "{}"), Truth.class);
        }

        String probed() {
            return Json.read(record.item().truth().getOrDefault(Truth.NAME, "{}"), Probe.class)
                    .document();
        }

        List<String> documents() {
            return reply.map(SearchReply::documents).orElse(List.of());
        }
    }

    static Evidence of(RunLog log, List<LedgerEntry> ledger) {
        List<String> phases = log.phases().stream().map(Day.Phase::name).toList();
        List<LedgerEntry> calls = ledger.stream()
                .filter(call -> phases.contains(call.request().phase()))
                .sorted(Comparator.comparingLong(LedgerEntry::call))
                .toList();
        Map<String, List<LedgerEntry>> byItem = new HashMap<>();
        calls.stream()
                .filter(call -> call.request().endpoint().equals("chat"))
                .forEach(call -> byItem.computeIfAbsent(call.item(), _ -> new ArrayList<>())
                        .add(call));
        Corpus corpus = Corpus.of(log.items());
        List<Asked> questions = new ArrayList<>();
        List<Searched> searches = new ArrayList<>();
        List<ItemRecord> batches = new ArrayList<>();
        for (ItemRecord record : log.items()) {
            switch (record.item().path()) {
                case "/answer" ->
                    questions.add(asked(
                            record,
                            List.copyOf(byItem.getOrDefault(record.item().id(), List.of()))));
                case "/search" -> searches.add(searched(record, corpus));
                default -> batches.add(record);
            }
        }
        return new Evidence(List.copyOf(questions), List.copyOf(searches), List.copyOf(batches), calls, corpus);
    }

    private static Asked asked(ItemRecord record, List<LedgerEntry> calls) {
        Truth truth = Json.read(record.item().truth().getOrDefault(Truth.NAME, "{}"), Truth.class);
        return switch (record.reply()) {
            case ItemReply.NoReply _ -> new Asked(record, truth, Ending.NO_REPLY, Optional.empty(), calls);
            case ItemReply.Replied replied -> {
                if (late(record)) {
                    yield new Asked(record, truth, Ending.LATE, Optional.empty(), calls);
                }
                if (replied.status() != OK) {
                    yield new Asked(record, truth, Ending.ERROR, Optional.empty(), calls);
                }
                Optional<AnswerReply> reply = AnswerReply.read(record.item().id(), replied.body());
                Ending ending = reply.map(read -> read.abstained() ? Ending.ABSTAINED : Judge.of(truth, read.answer()))
                        .orElse(Ending.BROKEN);
                yield new Asked(record, truth, ending, reply, calls);
            }
        };
    }

    private static Searched searched(ItemRecord record, Corpus corpus) {
        Item item = record.item();
        Optional<SearchReply> reply = switch (record.reply()) {
            case ItemReply.NoReply _ -> Optional.empty();
            case ItemReply.Replied replied ->
                late(record) || replied.status() != OK
                        ? Optional.empty()
                        : SearchReply.read(
                                replied.body(),
                                RESULTS,
                                id -> corpus.bodyAt(id, item.arrivalMicros()).isPresent());
        };
        return new Searched(record, reply);
    }

    /** How many results a search asks for. */
    static final int RESULTS = 10;

    private static boolean late(ItemRecord record) {
        return record.doneMicros() - record.sentMicros() > record.item().deadlineMillis() * 1_000L + TOLERANCE_MICROS;
    }

    List<Asked> questions(Predicate<Asked> wanted) {
        return questions.stream().filter(wanted).toList();
    }

    List<Searched> searches(Predicate<Searched> wanted) {
        return searches.stream().filter(wanted).toList();
    }

    /** Questions that the documents answer, asked while nothing held the service up. */
    List<Asked> calm() {
        return questions(asked -> asked.is(Sort.ASK) && asked.in(Timetable.STEADY, Timetable.RESTART));
    }
}
