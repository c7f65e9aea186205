package touchstone.simulator.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import touchstone.chance.Chance;

class SchemaValuesTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String MESSAGE =
            "Please book 3 nights for \"Grace Hopper\" in Lisbon from 12.5 euros, order A-17.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'type':'object'}",
                "{'type':'string','minLength':200}",
                "{'type':'string','maxLength':2}",
                "{'type':'string','maxLength':0}",
                "{'type':'integer','minimum':10,'maximum':12}",
                "{'type':'integer','exclusiveMinimum':3,'exclusiveMaximum':5}",
                "{'type':'integer','multipleOf':7,'minimum':1}",
                "{'type':'integer','minimum':-9,'maximum':-5}",
                "{'type':'number','exclusiveMinimum':0,'maximum':0.5}",
                "{'type':'number','maximum':-1000}",
                "{'type':'array','items':{'type':'integer'},'minItems':3,'maxItems':4}",
                "{'type':'array','maxItems':0,'items':{'type':'string'}}",
                "{'type':'array','prefixItems':[{'type':'string'},{'type':'null'}]}",
                "{'type':['null','boolean']}",
                "{'type':'object','required':['a','b'],'properties':{'a':{'const':5},'b':{'enum':['x',null,3]}}}",
                "{'type':'object','required':['free']}",
                "{'anyOf':[{'type':'object','properties':{'answer':{'type':'string'}},'required':['answer']},{'type':'null'}]}",
                "{'allOf':[{'required':['a']},{'properties':{'a':{'type':'boolean'}}}],'type':'object'}",
                "{'type':'object','properties':{'answer':{'type':'integer'},'text':{'type':'string'}},'required':['answer','text']}",
                "{'$defs':{'n':{'type':'object','properties':{'v':{'type':'string'},'next':{'anyOf':[{'$ref':'#/$defs/n'},"
                    + "{'type':'null'}]}},'required':['v','next'],'additionalProperties':false}},'$ref':'#/$defs/n'}",
                "{'type':'object','properties':{'d':{'type':'string','format':'date'},'t':{'type':'string','format':'date-time'},"
                    + "'e':{'type':'string','format':'email'},'u':{'type':'string','format':'uuid'},"
                    + "'i':{'type':'string','format':'ipv4'},'l':{'type':'string','format':'uri'}},"
                    + "'required':['d','t','e','u','i','l']}",
                "{'type':'string','pattern':'^[A-Z]-[0-9]+$'}",
            })
    void fitsTheSchema(String schema) {
        JsonNode node = JSON.readTree(schema.replace('\'', '"'));
        var checker = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(node);
        for (int seed = 0; seed < 50; seed++) {
            for (Optional<String> answer : java.util.List.of(Optional.<String>empty(), Optional.of("six weeks"))) {
                for (boolean optionalToo : new boolean[] {false, true}) {
                    JsonNode value = new SchemaValues(
                                    node, answer, new Phrases(MESSAGE), Chance.ofSeed(seed), optionalToo)
                            .fit();
                    assertThat(checker.validate(
                                    value,
                                    context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                            .as(value.toString())
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void putsTheAnswerWhereItFits() {
        assertThat(filled("42", "{'properties':{'reason':{'type':'string'},'answer':{'type':'integer'}}}"))
                .contains("\"answer\":42");
        assertThat(filled("yes, always", "{'properties':{'answer':{'type':'boolean'}}}"))
                .isEqualTo("{\"answer\":true}");
        assertThat(filled("high", "{'properties':{'name':{'type':'string'},'label':{'enum':['Low','High']}}}"))
                .contains("\"label\":\"High\"");
        assertThat(filled(
                        "six weeks",
                        "{'properties':{'inner':{'type':'object','properties':{'value':{'type':'string'}}}}}"))
                .isEqualTo("{\"inner\":{\"value\":\"six weeks\"}}");
    }

    private static String filled(String answer, String schema) {
        JsonNode node = JSON.readTree(schema.replace('\'', '"'));
        return new SchemaValues(node, Optional.of(answer), new Phrases("hm"), Chance.ofSeed(1), true)
                .fit()
                .toString();
    }
}
