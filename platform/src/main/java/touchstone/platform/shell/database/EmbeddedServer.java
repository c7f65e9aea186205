package touchstone.platform.shell.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * The PostgreSQL server that comes with Touchstone, kept in the data folder.
 *
 * <p>Durable: {@code fsync} and {@code synchronous_commit} are on. Reached only from this machine and only with the
 * password that lies in the data folder. A server that outlived a killed Touchstone is stopped before a new one starts;
 * a data folder that another Touchstone uses is refused.
 */
public final class EmbeddedServer implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final FileChannel lock;
    private final String password;

    private EmbeddedServer(EmbeddedPostgres server, FileChannel lock, String password) {
        this.server = server;
        this.lock = lock;
        this.password = password;
    }

    /**
     * Starts the server of a data folder, which is made if it is missing.
     *
     * @throws DatabaseException when the folder is in use or the server does not start
     */
    public static EmbeddedServer start(Path data) {
        try {
            Files.createDirectories(data);
            FileChannel lock = lock(data);
            Path cluster = data.resolve("postgresql");
            new Orphan(cluster).stop();
            String password = Secret.in(data, "database");
            EmbeddedPostgres server = builder(data, cluster, password).start();
            EmbeddedServer started = new EmbeddedServer(server, lock, password);
            started.protect(cluster);
            return started;
        } catch (IOException failed) {
            throw new DatabaseException(
                    "The embedded database in " + data + " does not start; its log is postgresql.log there.", failed);
        }
    }

    private static EmbeddedPostgres.Builder builder(Path data, Path cluster, String password) {
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(data.resolve("postgresql.log").toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(data.resolve("postgresql-binaries").toFile())
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("log_min_messages", "warning")
                .setConnectConfig("password", password)
                .setPGStartupWait(START)
                .setOutputRedirector(log)
                .setErrorRedirector(log);
    }

    /** A fresh cluster trusts everybody on the machine; from here on it wants the password. */
    private void protect(Path cluster) throws IOException {
        Path rules = cluster.resolve("pg_hba.conf");
        String wanted = "host all all 127.0.0.1/32 scram-sha-256\n";
        if (Files.readString(rules).equals(wanted)) {
            return;
        }
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + password + "'");
            statement.execute("create role touchstone_owner login createrole password '" + password + "'");
            statement.execute("create database touchstone owner touchstone_owner encoding 'UTF8' template template0");
            Files.writeString(rules, wanted);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException failed) {
            throw new DatabaseException("The embedded database cannot be set up.", failed);
        }
    }

    /** The address of the application's database, with the owner's login. */
    public String url() {
        return url("touchstone");
    }

    /** The address of a database of this server, with the owner's login. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database + "?user=touchstone_owner&password="
                + password;
    }

    /** Makes an empty database of the owner's, for a test. */
    public void create(String database) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database + " owner touchstone_owner");
        } catch (SQLException failed) {
            throw new DatabaseException("The database " + database + " cannot be made.", failed);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            lock.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static FileChannel lock(Path data) throws IOException {
        FileChannel channel =
                FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new DatabaseException(
                    "Another Touchstone uses " + data + "; stop it, or name another folder with --data.", null);
        }
        return channel;
    }
}
