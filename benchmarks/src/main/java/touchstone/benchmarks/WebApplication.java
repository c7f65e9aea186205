package touchstone.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The web application in a process of its own, started from its built jar as {@code ./touchstone up --demo} starts it, with
 * an embedded database in a data folder of its own.
 *
 * @param data the data folder
 * @param port of its pages, on loopback
 */
record WebApplication(Program program, Path data, int port) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String READY = "Touchstone is ready";

    static WebApplication start(Path home, Path data) throws InterruptedException {
        int port = freePort();
        Path log = data.resolve("application.log");
        try {
            Files.createDirectories(data);
            Files.deleteIfExists(log);
            WebApplication started = new WebApplication(Program.start(command(home, data, port), log), data, port);
            long begun = System.nanoTime();
            while (System.nanoTime() - begun < PATIENCE.toNanos() && started.program.isRunning()) {
                if (Files.readString(log).contains(READY)) {
                    return started;
                }
                Thread.sleep(200);
            }
            started.close();
            throw new IllegalStateException("the web application did not start: " + Files.readString(log));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the web application", e);
        }
    }

    private static List<String> command(Path home, Path data, int port) throws IOException {
        Path built = home.resolve("platform").resolve("target");
        List<String> jars =
                new ArrayList<>(List.of(built.resolve("touchstone-platform.jar").toString()));
        try (Stream<Path> libraries = Files.list(built.resolve("libraries"))) {
            libraries.map(Path::toString).sorted().forEach(jars::add);
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dtouchstone.home=" + home,
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-Xmx400m",
                "-cp",
                jars.stream().collect(Collectors.joining(":")),
                "touchstone.platform.Platform",
                "--demo",
                "--port",
                String.valueOf(port),
                "--data",
                data.toString());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }

    /** A connection as the owner of the database, set to the example organisation. */
    Connection connect() throws SQLException, IOException {
        String password =
                Files.readString(data.resolve("secrets").resolve("database")).strip();
        String databasePort = Files.readAllLines(data.resolve("postgresql").resolve("postmaster.pid"))
                .get(3)
                .strip();
        Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort + "/touchstone", "touchstone_owner", password);
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "select set_config('touchstone.organisation', id::text, false) from identity.organisation");
        }
        return connection;
    }

    /** The first column of every row, as text. */
    List<String> column(String sql, Object... parameters) throws SQLException, IOException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<String> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(Objects.requireNonNullElse(rows.getString(1), ""));
                }
            }
            return values;
        }
    }

    /** Fills it up to the size that the benchmark asks for; a data folder that was filled before is left as it is. */
    void fill() throws SQLException, IOException {
        if (Long.parseLong(column("select count(*) from hiring.application").getFirst()) >= 20_000) {
            return;
        }
        String script;
        try (var in = Objects.requireNonNull(WebApplication.class.getResourceAsStream("web-fill.sql"))) {
            script = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(script);
            connection.commit();
            connection.setAutoCommit(true);
            for (String module : List.of("identity", "hiring", "interview")) {
                for (String table : column(
                        "select tablename from pg_tables where schemaname = ? and tableowner = current_user", module)) {
                    statement.execute("vacuum analyze " + module + "." + table);
                }
            }
        }
    }

    /** Whether something listens on its port. */
    boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
