package touchstone.simulator.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import touchstone.simulator.LimitRule;
import touchstone.simulator.Scenario;
import touchstone.simulator.fault.FaultSchedule;
import touchstone.simulator.model.ModelCard;

class BehaviourContractTests {

    private static final int ATTEMPTS = 400;
    private static final Contract CONTRACT = Contract.read();
    private static final Path PAGE = Path.of("../docs/reference/behaviour.md");
    private static final List<ModelCard> CARDS = List.of(ModelCard.SMALL, ModelCard.MEDIUM, ModelCard.LARGE);
    private static final JsonMapper JSON = new JsonMapper();

    private final GroundedBehaviour behaviour = new GroundedBehaviour(new Scenario(
            7,
            "",
            CARDS,
            List.of(LimitRule.WIDE),
            FaultSchedule.NONE,
            CONTRACT.knowledge().knowledge()));

    static Stream<Contract.Case> cases() {
        return CONTRACT.cases().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void behavesAsTheContractSays(Contract.Case given) {
        ChatRequest request = given.request(CONTRACT.texts());
        ModelCard card = CARDS.stream()
                .filter(one -> one.id().equals(given.model()))
                .findFirst()
                .orElseThrow();
        List<Reply> replies = IntStream.range(0, ATTEMPTS)
                .mapToObj(attempt -> behaviour.answer(request, card, attempt))
                .toList();
        assertThat(replies.stream()
                        .map(reply -> List.of(reply.family(), reply.recognised(), reply.item()))
                        .distinct())
                .containsExactly(List.of(
                        given.expect().family(),
                        given.expect().recognised(),
                        given.expect().item().orElse("")));
        given.expect()
                .grounding()
                .ifPresent(standing -> assertThat(replies.stream()
                                .map(reply -> reply.grounding().standing())
                                .distinct())
                        .containsExactly(standing));
        List<String> said =
                replies.stream().map(BehaviourContractTests::written).toList();
        given.expect()
                .shares()
                .forEach((pattern, range) -> assertThat(share(said, pattern))
                        .as(pattern + " in " + said.subList(0, 5))
                        .isBetween(range.getFirst(), range.getLast()));
        if (!given.expect().fits().isEmpty()) {
            JsonNode schema = given.offer().flatMap(Contract.Offer::schema).orElseThrow();
            assertThat(fits(replies, schema))
                    .isBetween(
                            given.expect().fits().getFirst(),
                            given.expect().fits().getLast());
        }
    }

    @Test
    void pageSaysWhatTheContractSays() throws IOException {
        if (Boolean.getBoolean("golden.accept")) {
            Files.writeString(PAGE, page());
        }
        assertThat(Files.readString(PAGE))
                .as("docs/reference/behaviour.md; run `make accept` to write it again")
                .isEqualTo(page());
    }

    private static double share(List<String> said, String pattern) {
        return said.stream().filter(text -> text.matches("(?s)" + pattern)).count() / (double) ATTEMPTS;
    }

    private static double fits(List<Reply> replies, JsonNode schema) {
        var checker = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
        return replies.stream()
                        .filter(reply -> json(reply.text())
                                .filter(value -> checker.validate(value).isEmpty())
                                .isPresent())
                        .count()
                / (double) ATTEMPTS;
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static String written(Reply reply) {
        return reply.toolCalls().isEmpty()
                ? reply.text()
                : reply.toolCalls().stream()
                        .map(call -> call.name() + "(" + call.arguments() + ")")
                        .collect(Collectors.joining(" "));
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
            # What the simulated model does

            Written from the contract that the tests run (`simulator/src/test/resources/touchstone/simulator/behaviour/contract.yaml`);
            do not edit. Shares are over 400 attempts of the same request.

            | family | situation | model | offered | recognised | replies |
            |---|---|---|---|---|---|
            """);
        for (Contract.Case given : CONTRACT.cases()) {
            Contract.Expect expect = given.expect();
            Stream<String> shares = expect.shares().entrySet().stream()
                    .map(entry -> "`" + entry.getKey().replace("|", "\\|") + "` " + range(entry.getValue()));
            Stream<String> fits =
                    expect.fits().isEmpty() ? Stream.of() : Stream.of("fits the schema " + range(expect.fits()));
            page.append("| %s | %s | %s | %s | %s | %s |%n"
                    .formatted(
                            expect.family(),
                            given.name(),
                            given.model(),
                            given.offer().map(Contract.Offer::summary).orElse(""),
                            expect.recognised() ? "yes" : "no",
                            Stream.concat(shares, fits).collect(Collectors.joining("; ")))
                    .replace(System.lineSeparator(), "\n"));
        }
        return page.toString();
    }

    private static String range(List<Double> range) {
        long low = Math.round(range.getFirst() * 100);
        long high = Math.round(range.getLast() * 100);
        return low == high ? low + " %" : low + " to " + high + " %";
    }
}
