package touchstone.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/** What is taken out of the log can be checked without the application, and one person's file names nobody else. */
class ExportTests extends AuditFixture {

    private static final String REASON = "the yearly examination";

    @Autowired
    private JsonMapper json;

    @Test
    void canBeComputedAgainFromItsLines() {
        Person actor = somewhere();
        happens(actor, said(UUID.randomUUID(), "Grüße"), said(UUID.randomUUID(), "two"));
        List<JsonNode> lines = export(actor);
        assertThat(lines).hasSize(4);
        UUID organisation =
                UUID.fromString(lines.getFirst().path("organisation").stringValue());
        String previous = "0".repeat(64);
        for (JsonNode line : lines.subList(1, lines.size())) {
            byte[] salt = HexFormat.of().parseHex(line.path("salt").stringValue());
            byte[] payload = line.path("payload").stringValue().getBytes(StandardCharsets.UTF_8);
            assertThat(hex(Chain.payloadDigest(salt, payload)))
                    .isEqualTo(line.path("payloadDigest").stringValue());
            assertThat(line.path("previous").stringValue()).isEqualTo(previous);
            previous = line.path("hash").stringValue();
            assertThat(hex(Chain.hash(organisation, entry(line)))).isEqualTo(previous);
        }
        assertThat(lines.getLast().path("type").stringValue()).isEqualTo("LogExported");
        assertThat(lines.get(1).path("payload").stringValue()).contains("Grüße");
    }

    private static Entry entry(JsonNode line) {
        return new Entry(
                line.path("seq").longValue(),
                Instant.parse(line.path("at").stringValue()),
                new Entry.What(
                        UUID.fromString(line.path("actor").stringValue()),
                        line.path("type").stringValue(),
                        UUID.fromString(line.path("entity").stringValue())),
                HexFormat.of().parseHex(line.path("payloadDigest").stringValue()),
                HexFormat.of().parseHex(line.path("previous").stringValue()),
                new byte[0]);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private List<JsonNode> export(Person actor) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        as(actor, () -> {
            log.export(output, REASON);
            return true;
        });
        return output.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> (JsonNode) json.readTree(line))
                .toList();
    }

    @Test
    void leavesOutWhatWasErased() {
        Person actor = somewhere();
        UUID person = UUID.randomUUID();
        happens(actor, said(person, "private"), new StrangerErased(person));
        JsonNode erased = export(actor).get(1);
        assertThat(erased.path("payload").isNull()).isTrue();
        assertThat(erased.path("salt").isNull()).isTrue();
        assertThat(erased.path("payloadDigest").stringValue()).hasSize(64);
    }

    @Test
    void wantsAReason() {
        assertThatThrownBy(() -> as(somewhere(), () -> {
                    log.export(new ByteArrayOutputStream(), "because");
                    return true;
                }))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("audit.reason-too-short"));
    }

    @Test
    void givesAPersonTheirFileWithoutOthersNames() {
        Person administrator = a(Role.ADMINISTRATOR);
        Person interviewer = person("Ottilie Brandt", Role.INTERVIEWER);
        UUID candidate = UUID.randomUUID();
        happens(interviewer, said(candidate, "Told Ottilie Brandt that she had " + interviewer.id() + " ideas"));
        happens(administrator, said(candidate, "Ottilie was impressed; brandtneu is no name"));
        happens(administrator, said(UUID.randomUUID(), "about somebody else"));
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        as(administrator, () -> {
            log.personFile(candidate, "asked for by the candidate", output);
            return true;
        });
        String file = output.toString(StandardCharsets.UTF_8);
        assertThat(file)
                .contains("Told a colleague that she had a colleague ideas")
                .contains("a colleague was impressed; brandtneu is no name")
                .contains(candidate.toString())
                .doesNotContain(
                        "Ottilie",
                        interviewer.id().toString(),
                        administrator.id().toString(),
                        "somebody else");
        assertThat(json.readTree(file).path("items").get(0).path("by").stringValue())
                .isEqualTo("a colleague");
    }
}
