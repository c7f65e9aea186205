package touchstone.runner.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every sandbox promises. A provider's test extends this, and nothing extends that. */
abstract class SandboxContractTests {

    static final Duration LONG = Duration.ofSeconds(60);

    /** Says that it closes after each reply: without that word {@link HttpClient} reuses a dying connection. */
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
                self.send_header('Connection', 'close')
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
                BoxRequest.Shown.NOTHING,
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

    @Test
    void reachesAModelOnTcp() throws Exception {
        write("app.py", SERVER);
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (ModelStandIn model = ModelStandIn.listen(anyPort);
                Box box = sandbox().start(request(model, "python3 app.py"))) {
            awaitHealthy(box);
            assertThat(get(box, "/hello")).isEqualTo("model");
        }
    }

    @Test
    void carriesTwoHundredRequests() throws Exception {
        write("app.py", SERVER);
        try (ModelStandIn model = model();
                Box box = sandbox().start(request(model, "python3 app.py"));
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            awaitHealthy(box);
            List<Callable<String>> requests = Collections.nCopies(200, () -> get(box, "/hello"));
            for (Future<String> reply : threads.invokeAll(requests)) {
                assertThat(reply.get()).isEqualTo("model");
            }
        }
    }

    @Test
    void letsTheModelNoticeAClientThatLeaves() throws Exception {
        try (ModelStandIn model = model()) {
            String leave = """
                import os, socket, time, urllib.parse
                url = urllib.parse.urlparse(os.environ['OPENAI_BASE_URL'])
                s = socket.create_connection((url.hostname, url.port))
                s.sendall(b'GET /v1/hang HTTP/1.1\\r\\n\\r\\n')
                time.sleep(0.5)
                s.close()
                print('left', flush=True)
                time.sleep(60)
                """;
            write("leave.py", leave);
            try (Box box = sandbox().start(request(model, "python3 leave.py"))) {
                await(() -> box.outputTail(100).contains("left"));
                assertThat(model.clientLeavesWithin(Duration.ofSeconds(5))).isTrue();
                assertThat(box.exitStatus()).isEmpty();
            }
        }
    }

    @Test
    void letsTheProgramNoticeAClientThatLeaves() throws Exception {
        write("wait.py", """
            import os, socket
            s = socket.create_server(('127.0.0.1', int(os.environ['PORT'])))
            while True:
                c, _ = s.accept()
                if not c.recv(100): continue
                print('connected', flush=True)
                print('gone' if c.recv(100) == b'' else 'more', flush=True)
            """);
        try (ModelStandIn model = model();
                Box box = sandbox().start(request(model, "python3 wait.py"))) {
            await(() -> {
                try (Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), box.address().getPort())) {
                    socket.getOutputStream().write('x');
                    Thread.sleep(100);
                    return box.outputTail(100).contains("connected");
                } catch (IOException _) {
                    return false;
                }
            });
            await(() -> box.outputTail(100).contains("gone"));
        }
    }

    @Test
    void givesTheEnvironmentOfTheContractAndNoMore() throws Exception {
        try (ModelStandIn model = model()) {
            String printed =
                    output(request(model, "env; ls -d \"$LAB_DATA_DIR\"; touch \"$LAB_STATE_DIR/x\" && echo kept"));
            assertThat(printed).contains("PORT=", "OPENAI_BASE_URL=http://127.0.0.1:", "OPENAI_API_KEY=sim", "kept");
            assertThat(printed.lines().filter(line -> line.contains("=")).map(line -> line.split("=", 2)[0]))
                    .isSubsetOf(
                            "PATH",
                            "JAVA_HOME",
                            "JAVA_TOOL_OPTIONS",
                            "HOME",
                            "LANG",
                            "PORT",
                            "OPENAI_BASE_URL",
                            "OPENAI_API_KEY",
                            "LAB_DATA_DIR",
                            "LAB_STATE_DIR",
                            "PWD",
                            "OLDPWD",
                            "SHLVL",
                            "_",
                            RunningTree.MARK);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"java Main.java", "node app.js", "python3 app.py"})
    void runsPrograms(String command) throws Exception {
        write("Main.java", "void main() { IO.println(new java.util.Scanner(\"ran\").next()); }");
        write("app.js", "setTimeout(() => console.log('r' + 'an', require('os').userInfo().username), 10)");
        write("app.py", "import ssl, threading, multiprocessing; multiprocessing.Lock(); print('ran')");
        try (ModelStandIn model = model()) {
            assertThat(output(request(model, command))).contains("ran");
        }
    }

    @Test
    void showsTheLabsDataReadOnly() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("facts.txt"), "a fact");
        try (ModelStandIn model = model()) {
            BoxRequest request = request(model, "cat \"$LAB_DATA_DIR/facts.txt\"");
            assertThat(output(with(request, Optional.of(data), Optional.empty())))
                    .contains("a fact");
        }
    }

    @Test
    void buildsBeforeItRuns() throws Exception {
        try (ModelStandIn model = model()) {
            BoxRequest request = request(model, "cat built");
            assertThat(output(with(request, Optional.empty(), Optional.of("echo it is built > built"))))
                    .contains("it is built");
            assertThat(folder.resolve("solution/built")).doesNotExist();
        }
    }

    @Test
    void reportsAFailedBuild() throws Exception {
        try (ModelStandIn model = model()) {
            BoxRequest request = request(model, "echo not reached");
            try (Box box = sandbox().start(with(request, Optional.empty(), Optional.of("echo no compiler; exit 3")))) {
                assertThat(box.buildFailed()).isTrue();
                await(() -> box.outputTail(100).contains("no compiler"));
                assertThat(box.exitStatus()).isPresent();
                assertThat(box.outputTail(100)).doesNotContain("not reached");
            }
        }
    }

    @Test
    void reportsTheExitStatus() throws Exception {
        try (ModelStandIn model = model();
                Box box = sandbox().start(request(model, "echo crashed; exit 7"))) {
            await(() -> box.exitStatus().isPresent());
            assertThat(box.exitStatus()).hasValue(7);
            assertThat(box.buildFailed()).isFalse();
        }
    }

    @Test
    void neverBlocksAProgramThatPrintsTooMuch() throws Exception {
        write("flood.py", """
            import sys
            for i in range(50): sys.stdout.write('x' * (1 << 20))
            print('\\x1b[31mthe \\x07end\\x1b[0m')
            """);
        try (ModelStandIn model = model()) {
            BoxRequest request = request(model, "python3 flood.py");
            assertThat(output(request)).endsWith("xxthe end\n");
            assertThat(request.work().resolve("output.log"))
                    .hasSize(request.limits().outputBytes());
        }
    }

    @Test
    void asksTheProgramToEnd() throws Exception {
        write("polite.py", """
            import signal, sys, time
            def end(*_):
                print('ending', flush=True)
                time.sleep(0.2)
                print('ended', flush=True)
                sys.exit(5)
            signal.signal(signal.SIGTERM, end)
            print('started', flush=True)
            while True: time.sleep(1)
            """);
        try (ModelStandIn model = model();
                Box box = sandbox().start(request(model, "python3 polite.py; true"))) {
            await(() -> box.outputTail(100).contains("started"));
            box.stop(LONG);
            await(() -> box.outputTail(100).contains("ended"));
            assertThat(box.exitStatus()).isPresent();
        }
        try (ModelStandIn model = model();
                Box box = sandbox().start(request(model, "python3 polite.py"))) {
            await(() -> box.outputTail(100).contains("started"));
            box.stop(LONG);
            assertThat(box.exitStatus()).hasValue(5);
            await(() -> box.outputTail(100).contains("ended"));
        }
    }

    @Test
    void killsAProgramThatDoesNotEnd() throws Exception {
        write("deaf.py", """
            import signal, time
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            print('started', flush=True)
            while True: time.sleep(1)
            """);
        try (ModelStandIn model = model();
                Box box = sandbox().start(request(model, "python3 deaf.py"))) {
            await(() -> box.outputTail(100).contains("started"));
            box.stop(Duration.ofMillis(300));
            assertThat(box.exitStatus()).isPresent();
        }
    }

    @Test
    void leavesNoDaemonBehind() throws Exception {
        String name = "touchstone-daemon-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
        write("daemon.py", """
            import os, sys, time
            if os.fork() == 0:
                os.setsid()
                if os.fork() == 0:
                    print('daemon', flush=True)
                    time.sleep(600)
                os._exit(0)
            time.sleep(600)
            """);
        try (ModelStandIn model = model()) {
            try (Box box = sandbox().start(request(model, "python3 daemon.py " + name))) {
                await(() -> box.outputTail(100).contains("daemon"));
                assertThat(running(name)).isNotEmpty();
            }
            assertThat(running(name)).isEmpty();
        }
    }

    @Test
    void copiesALinkAsALinkAndLeavesTheSolutionAlone() throws Exception {
        write("app.sh", "readlink secret; touch mine; ls");
        Files.createSymbolicLink(folder.resolve("solution/secret"), Path.of("/etc/shadow"));
        try (ModelStandIn model = model()) {
            assertThat(output(request(model, "sh app.sh"))).contains("/etc/shadow", "mine");
        }
        assertThat(folder.resolve("solution/mine")).doesNotExist();
    }

    @Test
    void closesTwice() throws Exception {
        try (ModelStandIn model = model()) {
            Box box = sandbox().start(request(model, "sleep 600"));
            box.close();
            box.close();
            assertThat(box.exitStatus()).isPresent();
        }
    }

    @Test
    void refusesAFolderThatIsNotThere() throws Exception {
        try (ModelStandIn model = model()) {
            BoxRequest request = request(model, "true");
            Files.delete(request.solution());
            assertThatThrownBy(() -> sandbox().start(request).close()).isInstanceOf(SandboxException.class);
        }
    }

    static List<String> running(String name) {
        return ProcessHandle.allProcesses()
                .map(process -> {
                    try {
                        return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"));
                    } catch (IOException _) {
                        return "";
                    }
                })
                .filter(command -> command.contains(name))
                .toList();
    }

    /** What the program has printed when it ends by itself. */
    String output(BoxRequest request) throws InterruptedException {
        try (Box box = sandbox().start(request)) {
            await(() -> box.exitStatus().isPresent());
            long settled = System.nanoTime() + Duration.ofSeconds(1).toNanos();
            String printed = box.outputTail(60_000);
            while (printed.isEmpty() && System.nanoTime() < settled) {
                Thread.sleep(10);
                printed = box.outputTail(60_000);
            }
            return printed;
        }
    }

    @Test
    void carriesALargeRequestAndALargeReply() throws Exception {
        write("app.py", """
            import hashlib
            from http.server import BaseHTTPRequestHandler
            def do_POST(self):
                body = self.rfile.read(int(self.headers['Content-Length']))
                reply = hashlib.sha256(body).hexdigest().encode() * 1024
                self.send_response(200)
                self.send_header('Content-Length', str(len(reply)))
                self.send_header('Connection', 'close')
                self.end_headers()
                self.wfile.write(reply)
            BaseHTTPRequestHandler.do_POST = do_POST
            """ + SERVER);
        byte[] body = new byte[400 * 1024];
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) (i * 31 / 7);
        }
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        try (ModelStandIn model = model();
                Box box = sandbox().start(request(model, "python3 app.py"))) {
            awaitHealthy(box);
            HttpRequest large = HttpRequest.newBuilder(box.address().resolve("/documents"))
                    .timeout(LONG)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            for (int i = 0; i < 16; i++) {
                assertThat(client.send(large, HttpResponse.BodyHandlers.ofString())
                                .body())
                        .isEqualTo(digest.repeat(1024));
            }
        }
    }

    @Test
    void showsTheToolboxAndNothingMore() throws Exception {
        Path toolbox = folder.resolve("toolbox");
        Files.createDirectories(toolbox.resolve("lib"));
        Files.writeString(toolbox.resolve("lib/tool.jar"), "a tool");
        try (ModelStandIn model = model()) {
            BoxRequest plain = request(model, "cat $TOOLBOX/lib/*; echo $?");
            BoxRequest equipped = new BoxRequest(
                    plain.solution(),
                    new BoxRequest.Shown(Optional.empty(), Optional.of(toolbox)),
                    Optional.of("cat $TOOLBOX/lib/tool.jar"),
                    plain.run(),
                    plain.model(),
                    plain.environment(),
                    plain.limits(),
                    plain.work());
            assertThat(output(equipped)).contains("a toola tool0");
            assertThat(output(request(model, "echo box=${TOOLBOX-none}"))).contains("box=none");
        }
    }

    static BoxRequest with(BoxRequest request, Optional<Path> labData, Optional<String> build) {
        return new BoxRequest(
                request.solution(),
                new BoxRequest.Shown(labData, Optional.empty()),
                build,
                request.run(),
                request.model(),
                request.environment(),
                request.limits(),
                request.work());
    }

    /** Waits until it holds; fails after a minute. */
    static void await(Condition condition) throws InterruptedException {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("waited a minute").isLessThan(deadline);
            Thread.sleep(10);
        }
    }

    /** Something to wait for. */
    interface Condition {
        boolean holds() throws InterruptedException;
    }
}
