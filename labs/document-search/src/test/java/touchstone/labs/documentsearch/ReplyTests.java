package touchstone.labs.documentsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReplyTests {

    @Test
    void readsAnAnswer() {
        assertThat(AnswerReply.read("i1", """
            {"id":"i1","answer":"Six.","citations":[{"documentId":"d1","quote":"six"}],"abstained":false,
             "confidence":0.5,"more":1}\
            """))
                .contains(new AnswerReply("Six.", List.of(new Citation("d1", "six")), false, OptionalDouble.of(0.5)));
    }

    @Test
    void ignoresAnswerAndCitationsOfSilence() {
        assertThat(AnswerReply.read("i1", "{\"id\":\"i1\",\"answer\":7,\"abstained\":true}"))
                .contains(new AnswerReply("", List.of(), true, OptionalDouble.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "no",
                "{",
                "{\"id\":\"i2\",\"answer\":\"x\",\"citations\":[],\"abstained\":false}",
                "{\"id\":1,\"answer\":\"x\",\"citations\":[],\"abstained\":false}",
                "{\"id\":\"i1\",\"answer\":[\"x\"],\"citations\":[],\"abstained\":false}",
                "{\"id\":\"i1\",\"answer\":\"x\",\"citations\":{},\"abstained\":false}",
                "{\"id\":\"i1\",\"answer\":\"x\",\"citations\":[\"d1\"],\"abstained\":false}",
                "{\"id\":\"i1\",\"answer\":\"x\",\"citations\":[{\"documentId\":3,\"quote\":\"q\"}],\"abstained\":false}",
                "{\"id\":\"i1\",\"answer\":\"x\",\"citations\":[]}",
                "{\"id\":\"i1\",\"answer\":\"x\",\"citations\":[],\"abstained\":\"no\"}"
            })
    void refusesAnAnswerThatBreaksTheContract(String body) {
        assertThat(AnswerReply.read("i1", body)).isEmpty();
    }

    @Test
    void countsWhatIsWrongWithResults() {
        String body = """
            {"results":[{"id":"d1","score":1},{"id":"d1","score":1},{"id":"x","score":2},{"id":"d2","score":0.5}]}\
            """;

        assertThat(SearchReply.read(body, 2, Set.of("d1", "d2")::contains))
                .contains(new SearchReply(List.of("d1", "x"), 1, 1, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"results\":\"d1\"}",
                "{\"results\":[\"d1\"]}",
                "{\"results\":[{\"id\":1,\"score\":1}]}",
                "{\"results\":[{\"id\":\"d1\",\"score\":\"1\"}]}",
                "{\"results\":[{\"id\":\"d1\"}]}"
            })
    void refusesResultsThatBreakTheContract(String body) {
        assertThat(SearchReply.read(body, 10, _ -> true)).isEmpty();
    }
}
