package touchstone.labs.documentsearch;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import touchstone.chance.Chance;
import touchstone.labs.documentsearch.Truth.Passage;
import touchstone.runner.lab.Day;
import touchstone.runner.lab.Item;
import touchstone.simulator.Scenario;
import touchstone.simulator.fault.FaultSchedule;
import touchstone.worlds.Change;
import touchstone.worlds.Document;
import touchstone.worlds.Outdated;
import touchstone.worlds.Poison;
import touchstone.worlds.Question;
import touchstone.worlds.World;

/**
 * Builds the day of a seed. What is counted is the same in every seed (items of each sort, phases, limits); what is read is
 * not: each seed has a company of its own.
 */
final class ScriptedDay {

    static final int SEARCH_MILLIS = 3_000;
    static final int ANSWER_MILLIS = 8_000;
    private static final int BATCH_MILLIS = 30_000;
    private static final int BATCH = 50;
    private static final int RESULTS = 10;
    private static final long SECOND = 1_000_000;

    /** An item before it has its id, which follows the order of arrival. */
    private record Draft(
            String phase,
            Sort sort,
            String path,
            UnaryOperator<String> body,
            long arrivalMicros,
            int deadlineMillis,
            String truth,
            Optional<Question> question) {}

    /** Something that is sent, without a time yet. */
    private record Request(
            Sort sort, String path, UnaryOperator<String> body, String truth, Optional<Question> question) {}

    private final long seed;
    private final Timetable timetable;
    private final Chance chance;
    private final World world;
    private final Statements statements;
    private final List<Draft> drafts = new ArrayList<>();

    ScriptedDay(long seed, Timetable timetable) {
        this.seed = seed;
        this.timetable = timetable;
        this.chance = Chance.ofSeed(seed).stream("document-search");
        this.world = World.generate(seed, timetable.documents());
        this.statements = new Statements(world);
    }

    Day build() {
        Agenda agenda = new Agenda(world, chance);
        Timetable.Counts counts = timetable.counts();
        List<Question> lasting = agenda.lasting();
        List<Question> unanswerable = agenda.unanswerable();
        List<Document> probed = agenda.lastingDocuments();
        bring();
        spread(Timetable.LOAD, -3, probes(probed.subList(0, counts.probes()), Sort.PROBE));

        List<Request> steady = new ArrayList<>(asks(lasting.subList(0, counts.asked()), Sort.ASK, false));
        steady.addAll(asks(agenda.before(), Sort.ASK, false));
        steady.addAll(asks(unanswerable.subList(0, counts.unanswerable()), Sort.UNANSWERABLE, false));
        steady.addAll(searches(lasting.subList(0, counts.searches()), false));
        steady.addAll(probes(agenda.doomed(), Sort.BEFORE));
        spread(Timetable.STEADY, 0, steady);

        List<Request> after = new ArrayList<>(asks(agenda.changed(), Sort.CHANGED, true));
        after.addAll(asks(agenda.deleted(), Sort.DELETED, true));
        after.addAll(searches(agenda.changed(), true));
        after.addAll(probes(agenda.doomed(), Sort.GONE));
        spread(Timetable.AFTER_UPDATE, 0, after);
        spread(Timetable.POISON, 1, asks(agenda.poisoned(), Sort.POISONED, true));

        int used = counts.asked();
        List<Request> again = new ArrayList<>(asks(lasting.subList(used, used + counts.askedAgain()), Sort.ASK, true));
        used += counts.askedAgain();
        int silent = counts.unanswerable();
        again.addAll(asks(unanswerable.subList(silent, silent + counts.unanswerableAgain()), Sort.UNANSWERABLE, true));
        int half = counts.probes() / 2;
        again.addAll(probes(agenda.broughtByUpdate().subList(0, half), Sort.PROBE));
        again.addAll(probes(probed.subList(counts.probes(), counts.probes() + half), Sort.PROBE));
        again.addAll(probes(agenda.doomed().subList(0, half / 2), Sort.GONE));
        spread(Timetable.RESTART, -4, again);

        spread(Timetable.BURST, 0, asks(lasting.subList(used, used + counts.burst()), Sort.ASK, true));
        used += counts.burst();
        spread(Timetable.RATE_LIMIT, 0, asks(lasting.subList(used, used + counts.limited()), Sort.ASK, true));
        return day();
    }

    private void bring() {
        List<Request> load = new ArrayList<>();
        for (int i = 0; i < world.documents().size(); i += BATCH) {
            load.add(batch(
                    world.documents().subList(i, Math.min(world.documents().size(), i + BATCH)), List.of()));
        }
        place(Timetable.LOAD, load, 0, (timetable.quick() ? 2 : 8) * SECOND);
        List<Request> update = new ArrayList<>();
        for (int i = 0; i < world.changes().size(); i += BATCH) {
            List<Document> upserts = new ArrayList<>();
            List<String> deletes = new ArrayList<>();
            for (Change change :
                    world.changes().subList(i, Math.min(world.changes().size(), i + BATCH))) {
                switch (change) {
                    case Change.Upsert(Document document) -> upserts.add(document);
                    case Change.Delete(String document) -> deletes.add(document);
                }
            }
            update.add(batch(upserts, deletes));
        }
        place(Timetable.UPDATE, update, 0, SECOND / 2);
        place(
                Timetable.POISON,
                List.of(batch(world.poisons().stream().map(Poison::document).toList(), List.of())),
                0,
                SECOND / 10);
    }

    private static Request batch(List<Document> upserts, List<String> deletes) {
        List<Map<String, String>> written = upserts.stream()
                .map(document -> {
                    Map<String, String> fields = new LinkedHashMap<>();
                    fields.put("id", document.id());
                    fields.put("title", document.title());
                    fields.put("body", document.body());
                    fields.put(
                            "updatedAt",
                            document.updatedAt().truncatedTo(ChronoUnit.SECONDS).toString());
                    return fields;
                })
                .toList();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("upsert", written);
        body.put("delete", deletes);
        String text = Json.of(body);
        return new Request(Sort.BATCH, "/documents", _ -> text, "{\"accepted\":true}", Optional.empty());
    }

    private List<Request> asks(List<Question> questions, Sort sort, boolean updated) {
        return questions.stream()
                .map(question -> new Request(
                        sort,
                        "/answer",
                        id -> Json.of(ordered("id", id, "question", question.text(), "deadlineMs", ANSWER_MILLIS)),
                        Json.of(truth(question, updated)),
                        Optional.of(question)))
                .toList();
    }

    private List<Request> searches(List<Question> questions, boolean updated) {
        return questions.stream()
                .map(question -> new Request(
                        Sort.SEARCH,
                        "/search",
                        _ -> Json.of(ordered("query", question.text(), "k", RESULTS)),
                        Json.of(truth(question, updated)),
                        Optional.of(question)))
                .toList();
    }

    private static List<Request> probes(List<Document> documents, Sort sort) {
        return documents.stream()
                .map(document -> new Request(
                        sort,
                        "/search",
                        _ -> Json.of(ordered("query", Probe.query(document), "k", RESULTS)),
                        Json.of(new Probe(document.id())),
                        Optional.empty()))
                .toList();
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    private Truth truth(Question question, boolean updated) {
        List<Passage> passages = new ArrayList<>();
        question.evidence().facts().forEach(fact -> passages.addAll(statements.of(fact, updated, false)));
        for (Outdated outdated : question.evidence().outdated()) {
            passages.addAll(statements.of(outdated.fact(), updated, true));
        }
        String effect = world.poisons().stream()
                .filter(poison -> poison.question().equals(question.id()))
                .map(Poison::effect)
                .findFirst()
                .orElse("");
        return new Truth(
                question.id(),
                question.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                question.text(),
                question.answer().sentence(),
                question.answer().nuggets(),
                Phrases.onlyWrong(question),
                effect,
                passages);
    }

    /** Spreads requests in the order of chance; {@code from} counts from the phase's start, or if negative from its end. */
    private void spread(String phase, int from, List<Request> requests) {
        Day.Phase stretch = timetable.phase(phase);
        long length = stretch.endMicros() - stretch.startMicros();
        long start = from < 0 ? length + from * SECOND : from * SECOND;
        long end = switch (phase) {
            case Timetable.BURST -> 3 * SECOND / 2;
            // time to answer before the program is stopped
            case Timetable.POISON -> length - 5 * SECOND / 2;
            default -> length - 3 * SECOND / 10;
        };
        place(phase, chance.stream("order").key(phase).shuffled(requests), start, end);
    }

    /** Evenly spread arrivals, each moved by up to a third of the gap. */
    private void place(String phase, List<Request> requests, long fromMicros, long toMicros) {
        long start = timetable.phase(phase).startMicros() + fromMicros;
        double gap = (double) (toMicros - fromMicros) / requests.size();
        for (int i = 0; i < requests.size(); i++) {
            Request request = requests.get(i);
            double shift =
                    chance.stream("arrivals").key(phase, request.sort(), i).uniform() / 3;
            int deadline = switch (request.path()) {
                case "/documents" -> BATCH_MILLIS;
                case "/search" -> SEARCH_MILLIS;
                default -> ANSWER_MILLIS;
            };
            drafts.add(new Draft(
                    phase,
                    request.sort(),
                    request.path(),
                    request.body(),
                    start + (long) ((i + shift) * gap),
                    deadline,
                    request.truth(),
                    request.question()));
        }
    }

    private Day day() {
        drafts.sort(Comparator.comparingLong(Draft::arrivalMicros));
        List<Item> items = new ArrayList<>();
        Map<String, String> itemOf = new LinkedHashMap<>();
        Map<String, Question> asked = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            String id = String.format(Locale.ROOT, "i%03d", items.size() + 1);
            items.add(new Item(
                    id,
                    draft.phase(),
                    draft.sort().label(),
                    draft.path(),
                    draft.body().apply(id),
                    draft.arrivalMicros(),
                    draft.deadlineMillis(),
                    Map.of(Truth.NAME, draft.truth())));
            draft.question().ifPresent(question -> {
                asked.put(question.id(), question);
                boolean answer = draft.path().equals("/answer");
                itemOf.merge(question.id(), id, (first, then) -> answer ? then : first);
            });
        }
        Scenario scenario = new Scenario(
                seed,
                "",
                Models.CARDS,
                Models.LIMITS,
                FaultSchedule.NONE,
                new Told(statements).knowledge(List.copyOf(asked.values()), itemOf, world.poisons()),
                true);
        return new Day(scenario, timetable.phases(), items);
    }
}
