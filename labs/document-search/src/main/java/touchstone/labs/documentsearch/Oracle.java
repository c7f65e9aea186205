package touchstone.labs.documentsearch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import touchstone.labs.documentsearch.Bm25.Text;
import touchstone.labs.documentsearch.Truth.Passage;
import touchstone.runner.lab.Day;
import touchstone.runner.lab.Item;
import touchstone.simulator.behaviour.ChatRequest;
import touchstone.simulator.behaviour.ChatRequest.Message;
import touchstone.simulator.behaviour.GroundedBehaviour;
import touchstone.simulator.model.ModelCard;

/** The absolute lines of a day, computed from the day itself; no program runs. All values are shares from 0 to 1. */
final class Oracle {

    private final Day day;

    Oracle(Day day) {
        this.day = day;
    }

    /** The documents as the load brings them, title and body as one text. */
    List<Text> documents() {
        Map<String, Text> texts = new LinkedHashMap<>();
        for (Item item : day.items()) {
            if (Sort.BATCH.of(item) && item.phase().equals(Timetable.LOAD)) {
                JsonNode batch = Json.object(item.body()).orElseThrow();
                for (JsonNode document : batch.path("upsert").values()) {
                    String id = document.path("id").asString("");
                    String text = document.path("title").asString("") + "\n"
                            + document.path("body").asString("");
                    texts.put(id, new Text(id, text));
                }
            }
        }
        return List.copyOf(texts.values());
    }

    /** The searches of the steady phase. */
    List<Truth> searches() {
        return truths(Sort.SEARCH, Timetable.STEADY);
    }

    private List<Truth> truths(Sort sort, String... phases) {
        return day.items().stream()
                .filter(item -> sort.of(item) && List.of(phases).contains(item.phase()))
                .map(item -> Json.read(item.truth().getOrDefault(Truth.NAME, "{}"), Truth.class))
                .toList();
    }

    /** Mean nDCG@10 of a way to search. */
    double ndcg(BiFunction<String, Integer, List<String>> search) {
        return searches().stream()
                .mapToDouble(truth -> RetrievalCheck.ndcg(truth, search.apply(truth.text(), Evidence.RESULTS)))
                .average()
                .orElse(0);
    }

    /** Mean nDCG@10 when the documents with the evidence stand first. */
    double retrieval() {
        Map<String, Truth> byText = searches().stream().collect(Collectors.toMap(Truth::text, truth -> truth));
        return ndcg((query, most) -> {
            Truth truth = Objects.requireNonNull(byText.get(query));
            Set<String> current = new HashSet<>();
            List<String> order = new ArrayList<>();
            truth.current().stream().map(Passage::document).filter(current::add).forEach(order::add);
            truth.passages().stream()
                    .map(Passage::document)
                    .filter(current::add)
                    .forEach(order::add);
            return order.stream().limit(most).toList();
        });
    }

    /** Share of the day's lasting questions that a model answers right when its prompt is the evidence alone. */
    double reader(ModelCard card) {
        GroundedBehaviour model = new GroundedBehaviour(day.scenario());
        return right(truth -> model.answer(request(card, truth), card, 0).text());
    }

    /** Share answered right when the answer is made by a function. */
    double right(Function<Truth, String> answer) {
        return truths(Sort.ASK, Timetable.STEADY, Timetable.RESTART, Timetable.BURST, Timetable.RATE_LIMIT).stream()
                .mapToDouble(truth -> Judge.of(truth, answer.apply(truth)) == Ending.RIGHT ? 1 : 0)
                .average()
                .orElse(0);
    }

    private static ChatRequest request(ModelCard card, Truth truth) {
        StringBuilder prompt = new StringBuilder("Answer the question from the passages.\n\n");
        Set<String> stated = new HashSet<>();
        for (Passage passage : truth.current()) {
            if (stated.add(passage.fact())) {
                prompt.append('[')
                        .append(passage.document())
                        .append("] ")
                        .append(passage.text())
                        .append("\n\n");
            }
        }
        prompt.append("Question: ").append(truth.text());
        return new ChatRequest(
                card.id(),
                List.of(new Message("user", prompt.toString())),
                false,
                false,
                Optional.empty(),
                List.of(),
                new ChatRequest.ToolChoice.None(),
                new ChatRequest.Format.Text());
    }
}
