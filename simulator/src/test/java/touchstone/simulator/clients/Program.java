package touchstone.simulator.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client in another language: a program under {@code src/test/clients}, installed once per state of its lock file under
 * {@code target/clients}, that prints one JSON line a feature.
 *
 * @param name in the table
 * @param language folder under {@code src/test/clients}
 * @param lock the file that pins every package; its hash names the installation
 * @param install commands, run in the folder of the installation
 * @param run command, run in the folder of the installation
 */
record Program(String name, String language, String lock, List<List<String>> install, List<String> run)
        implements Client {

    private static final Path SOURCES = Path.of("src/test/clients").toAbsolutePath();
    private static final Path INSTALLED = Path.of("target/clients").toAbsolutePath();
    private static final long MOST_SECONDS = 240;

    static Program python() {
        return new Program(
                "openai-python",
                "python",
                "requirements.txt",
                List.of(
                        List.of("python3", "-m", "venv", "venv"),
                        List.of(
                                "venv/bin/python",
                                "-m",
                                "pip",
                                "install",
                                "--quiet",
                                "--retries=1",
                                "--timeout=20",
                                "--require-hashes",
                                "--requirement=requirements.txt")),
                List.of("venv/bin/python", "program.py"));
    }

    static Program node() {
        return new Program(
                "openai-node",
                "node",
                "package-lock.json",
                List.of(List.of("npm", "ci", "--no-audit", "--no-fund", "--fetch-retries=1", "--fetch-timeout=20000")),
                List.of("node", "program.js"));
    }

    @Override
    public Findings meet(Bench bench) throws NotInstalledException {
        Map<String, String> settings = Map.of(
                "OPENAI_BASE_URL",
                bench.baseUrl(),
                "OPENAI_API_KEY",
                Bench.KEY,
                "EXPECTED_ANSWER",
                Bench.ANSWER,
                "EXPECTED_TEXT",
                Bench.TEXT,
                "EXPECTED_VECTOR",
                Arrays.toString(bench.vector()),
                "PYTHONUTF8",
                "1",
                "NO_PROXY",
                "127.0.0.1");
        try {
            Path folder = installed();
            Ended ended = start(run, folder, settings);
            Files.writeString(INSTALLED.resolve(language + ".jsonl"), ended.output());
            return read(ended);
        } catch (IOException e) {
            throw new NotInstalledException(name + ": " + e.getMessage());
        }
    }

    private Findings read(Ended ended) {
        List<JsonNode> lines = ended.output()
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
        if (ended.status() != 0 || lines.isEmpty()) {
            throw new AssertionError(name + " ended with status " + ended.status() + ":\n" + ended.output());
        }
        Findings findings = new Findings(lines.getFirst().path("version").asString());
        for (JsonNode line : lines) {
            findings.put(
                    Feature.of(line.path("feature").asString()),
                    Finding.of(
                            line.path("result").asString(), line.path("detail").asString()));
        }
        return findings;
    }

    /** The folder of the installation, made when it is not there; the program itself is always copied anew. */
    private Path installed() throws IOException, NotInstalledException {
        Path folder = INSTALLED.resolve(
                language + "-" + hash(SOURCES.resolve(language).resolve(lock)));
        Path done = folder.resolve("installed");
        Files.createDirectories(folder);
        try (var files = Files.list(SOURCES.resolve(language))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(folder.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
        if (!Files.exists(done)) {
            for (List<String> command : install) {
                Ended ended = start(command, folder, Map.of());
                if (ended.status() != 0) {
                    throw new NotInstalledException(
                            name + ": " + String.join(" ", command) + " failed: " + ended.output());
                }
            }
            Files.createFile(done);
        }
        return folder;
    }

    private record Ended(int status, String output) {}

    private static Ended start(List<String> command, Path folder, Map<String, String> settings) throws IOException {
        Path output = Files.createTempFile(INSTALLED, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(settings);
        Process process = builder.start();
        try {
            boolean inTime = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
            return new Ended(inTime ? process.exitValue() : -1, Files.readString(output));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.deleteIfExists(output);
        }
    }

    private static String hash(Path file) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
