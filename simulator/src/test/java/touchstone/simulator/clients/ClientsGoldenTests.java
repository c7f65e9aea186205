package touchstone.simulator.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every client of record against the running simulator, and the page that says what each does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientsGoldenTests {

    private static final Path PAGE = Path.of("../docs/reference/clients.md");
    private static final Path WRITTEN = Path.of("target/clients/clients.md");
    private static final List<Client> CLIENTS =
            List.of(Program.python(), Program.node(), new OpenAiJava(), new LangChain4j());

    private final Map<Client, Findings> ran = new LinkedHashMap<>();

    static Stream<Client> clients() {
        return CLIENTS.stream();
    }

    @ParameterizedTest
    @MethodSource("clients")
    void understandsTheSimulatedModel(Client client) throws InterruptedException {
        try (Bench bench = new Bench()) {
            Findings findings = client.meet(bench);
            assertThat(wrong(findings)).as(client.name()).isEmpty();
            LedgerProof ledger = new LedgerProof(bench);
            ledger.check();
            findings.put(Feature.RETRY, ledger.retried());
            ran.put(client, findings);
        } catch (NotInstalledException notInstalled) {
            assertThat(Boolean.getBoolean("clients.required"))
                    .as(notInstalled.getMessage())
                    .isFalse();
            System.err.println("not run: " + notInstalled.getMessage());
            abort("not run: " + notInstalled.getMessage());
        }
    }

    /** After all clients: the page as it is now, against the page that is committed. */
    @AfterAll
    void pageSaysWhatTheClientsDo() throws IOException {
        String before = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        String now = ClientsPage.of(CLIENTS, ran, before).markdown();
        Files.createDirectories(WRITTEN.getParent());
        Files.writeString(WRITTEN, now);
        if (Boolean.getBoolean("golden.accept")) {
            Files.writeString(PAGE, now);
        } else if (!now.equals(before)) {
            fail("docs/reference/clients.md differs from simulator/" + WRITTEN + ". If this is wanted: make accept\n"
                    + difference(before.lines().toList(), now.lines().toList()));
        }
    }

    private static List<String> wrong(Findings findings) {
        return Stream.of(Feature.values())
                .filter(feature -> findings.of(feature) instanceof Finding.Wrong)
                .map(feature -> feature.id() + ": " + findings.of(feature).detail())
                .toList();
    }

    private static String difference(List<String> before, List<String> now) {
        return Stream.concat(
                        before.stream().filter(line -> !now.contains(line)).map(line -> "- " + line),
                        now.stream().filter(line -> !before.contains(line)).map(line -> "+ " + line))
                .collect(Collectors.joining("\n"));
    }
}
