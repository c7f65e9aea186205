package touchstone.labs.resilientclient;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import touchstone.chance.Chance;
import touchstone.labs.resilientclient.Timetable.Stretch;
import touchstone.runner.lab.Day;
import touchstone.runner.lab.Item;
import touchstone.simulator.LimitRule;
import touchstone.simulator.Scenario;
import touchstone.simulator.fault.Fault;
import touchstone.simulator.fault.FaultPlan;
import touchstone.simulator.fault.FaultSchedule;
import touchstone.simulator.fault.FaultWindow;
import touchstone.simulator.knowledge.Fact;
import touchstone.simulator.knowledge.Knowledge;
import touchstone.simulator.knowledge.Question;

/**
 * Builds the day of a seed. What is counted is the same in every seed (items, faults of each kind, phases); what is read is
 * not (names, numbers, order, arrival times).
 */
final class ScriptedDay {

    static final int DEADLINE_MILLIS = 6_000;
    private static final int DISTRACTORS = 3;
    private static final int DISTINCT_REPEATS = 6;
    private static final java.time.Duration SPIKE = java.time.Duration.ofMillis(700);

    private final Timetable timetable;
    private final long seed;
    private final Chance chance;
    private final List<Item> items = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private final Map<String, FaultPlan> plans = new HashMap<>();
    private int notes;

    ScriptedDay(long seed, Timetable timetable) {
        this.seed = seed;
        this.timetable = timetable;
        this.chance = Chance.ofSeed(seed).stream("resilient-client");
    }

    Day build() {
        long start = 0;
        for (Stretch stretch : timetable.stretches()) {
            fill(stretch, start);
            start += stretch.millis() * 1_000L;
        }
        items.sort(Comparator.comparingLong(Item::arrivalMicros));
        return new Day(scenario(), timetable.phases(), items);
    }

    private void fill(Stretch stretch, long startMicros) {
        switch (stretch.name()) {
            case Timetable.STEADY -> fillSteady(stretch, startMicros);
            case Timetable.REPEATS -> fillRepeats(stretch, startMicros);
            default -> {
                List<Long> arrivals = arrivals(stretch, stretch.items(), startMicros);
                arrivals.forEach(arrival -> ask(stretch.name(), "plain", arrival));
            }
        }
    }

    private void fillSteady(Stretch stretch, long startMicros) {
        List<Kind> kinds = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (int i = 0; i < kind.count(timetable.quick()); i++) {
                kinds.add(kind);
            }
        }
        List<Kind> shuffled = chance.stream("kinds").shuffled(kinds);
        List<Long> arrivals = arrivals(stretch, shuffled.size(), startMicros);
        for (int i = 0; i < shuffled.size(); i++) {
            Kind kind = shuffled.get(i);
            Item item = ask(stretch.name(), kind.label(), arrivals.get(i));
            plans.put(item.id(), kind.plan());
        }
    }

    private void fillRepeats(Stretch stretch, long startMicros) {
        List<Item> seen = items.stream()
                .filter(item -> item.kind().equals(Kind.CONTROL.label()))
                .toList();
        List<Item> chosen = chance.stream("repeated").shuffled(seen).subList(0, DISTINCT_REPEATS);
        List<Long> arrivals = arrivals(stretch, stretch.items(), startMicros);
        for (int i = 0; i < arrivals.size(); i++) {
            Item first = chosen.get(i % chosen.size());
            add(stretch.name(), "repeat", arrivals.get(i), prompt(first), first.truth());
        }
    }

    /** Evenly spread arrivals, each moved by up to a third of the gap. */
    private List<Long> arrivals(Stretch stretch, int count, long startMicros) {
        List<Long> arrivals = new ArrayList<>();
        double gap = stretch.arriveWithinMillis() * 1_000.0 / count;
        for (int i = 0; i < count; i++) {
            double shift = chance.stream("arrivals").key(stretch.name(), i).uniform() / 3;
            arrivals.add(startMicros + (long) ((i + shift) * gap));
        }
        return arrivals;
    }

    private Item ask(String phase, String kind, long arrivalMicros) {
        Note note = nextNote();
        List<Note> page = new ArrayList<>();
        page.add(note);
        for (int i = 0; i < DISTRACTORS; i++) {
            page.add(nextNote());
        }
        List<String> lines = chance.stream("page").key(note.reference()).shuffled(page).stream()
                .map(Note::line)
                .toList();
        String prompt =
                "You read the desk notes of a maintenance yard and answer questions about them. Repeat what the note "
                        + "says in one sentence, without adding anything, and end with the filing code of the note.\n\n"
                        + String.join("\n", lines) + "\n\nWhat does note " + note.reference() + " say?";
        String id = id();
        facts.add(new Fact("fact-" + id, note.line(), List.of()));
        List<String> wrong = page.stream()
                .filter(other -> !other.equals(note))
                .map(other -> "The " + other.sentence() + ".")
                .toList();
        questions.add(new Question(id, note.reference(), List.of("fact-" + id), note.answer(), wrong));
        Map<String, String> truth =
                Map.of("question", id, "answer", note.answer(), "code", note.filingCode(), "prompt", prompt);
        return add(phase, kind, arrivalMicros, prompt, truth);
    }

    private Item add(String phase, String kind, long arrivalMicros, String prompt, Map<String, String> truth) {
        String id = id();
        String body = "{\"id\":" + Json.quoted(id) + ",\"prompt\":" + Json.quoted(prompt) + ",\"deadlineMs\":"
                + DEADLINE_MILLIS + "}";
        Item item = new Item(id, phase, kind, "/ask", body, arrivalMicros, DEADLINE_MILLIS, truth);
        items.add(item);
        return item;
    }

    private static String prompt(Item item) {
        return item.truth().getOrDefault("prompt", "");
    }

    private String id() {
        return "i" + String.format("%03d", items.size() + 1);
    }

    private Note nextNote() {
        return Note.of(chance.stream("notes"), notes++);
    }

    private Scenario scenario() {
        List<LimitRule> limits = List.of(
                new LimitRule(Timetable.RATE_LIMIT, ResilientClient.PRIMARY, 120, 4, 600_000, 60_000),
                new LimitRule("*", "*", 3_000, 200, 3_000_000, 600_000));
        List<FaultWindow> windows = List.of(
                new FaultWindow(Timetable.OUTAGE, Set.of(ResilientClient.PRIMARY), new Fault.HttpError(503)),
                new FaultWindow(Timetable.LATENCY_SPIKE, Set.of(ResilientClient.PRIMARY), new Fault.SlowStart(SPIKE)));
        return new Scenario(
                seed, "", Models.CARDS, limits, new FaultSchedule(plans, windows), new Knowledge(facts, questions));
    }
}
