package touchstone.runner.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every sandbox promises. A provider's test extends this, and nothing extends that. */
abstract class SandboxContractTests {

    static final Duration LONG = Duration.ofSeconds(60);

    static final String SERVER = """
        import http.server, os, urllib.request
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                url = os.environ['OPENAI_BASE_URL'] + self.path
                try:
                    body = b'ok' if self.path == '/healthz' else urllib.request.urlopen(url, timeout=20).read()
                except Exception as e:
                    body = repr(e).encode()
                self.send_response(200)
                self.send_header('Content-Length', str(len(body)))
                self.end_headers()
                self.wfile.write(body)
        class Server(http.server.ThreadingHTTPServer):
            request_queue_size = 128
        Server(('127.0.0.1', int(os.environ['PORT'])), Handler).serve_forever()
        """;

    @TempDir
    Path folder;

    final HttpClient client = HttpClient.newHttpClient();

    abstract Sandbox sandbox();

    BoxRequest request(ModelStandIn model, String run) throws IOException {
        Path solution = Files.createDirectories(folder.resolve("solution"));
        return new BoxRequest(
                solution,
                Optional.empty(),
                Optional.empty(),
                run,
                model.address(),
                Map.of("OPENAI_API_KEY", "sim"),
                BoxRequest.Limits.DEFAULT,
                Files.createTempDirectory(folder, "work"));
    }

    ModelStandIn model() throws IOException {
        return ModelStandIn.listen(UnixDomainSocketAddress.of(folder.resolve("m" + System.nanoTime() + ".sock")));
    }

    void write(String name, String text) throws IOException {
        Path file = folder.resolve("solution").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    String get(Box box, String path) throws IOException, InterruptedException {
        return get(box.address().resolve(path));
    }

    String get(URI address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(LONG).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    void awaitHealthy(Box box) throws InterruptedException {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (System.nanoTime() < deadline && box.exitStatus().isEmpty()) {
            try {
                if (get(box, "/healthz").equals("ok")) {
                    return;
                }
            } catch (IOException _) {
                Thread.sleep(20);
            }
        }
        throw new AssertionError("The program never became healthy: " + box.exitStatus() + " " + box.outputTail(2000));
    }

    @Test
    void servesHttpAndReachesTheModel() throws Exception {
        write("app.py", SERVER);
        try (ModelStandIn model = model();
                Box box = sandbox().start(request(model, "python3 app.py"))) {
            awaitHealthy(box);
            assertThat(get(box, "/hello")).isEqualTo("model");
            assertThat(box.exitStatus()).isEmpty();
        }
    }
}
