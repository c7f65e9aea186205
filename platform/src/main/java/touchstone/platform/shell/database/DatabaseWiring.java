package touchstone.platform.shell.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Which database, as whom: the owner migrates, the application works as a role that row-level security binds. */
@Configuration
@EnableTransactionManagement
@EnableConfigurationProperties(Options.class)
class DatabaseWiring {

    private static final int CONNECTIONS = 16;

    /** The address that the application uses, and the server behind it if it is our own. */
    record Database(String url, Optional<EmbeddedServer> server) implements AutoCloseable {
        @Override
        public void close() {
            server.ifPresent(EmbeddedServer::close);
        }
    }

    @Bean
    Database database(Options options) {
        return options.databaseUrl()
                .map(url -> new Database(url, Optional.empty()))
                .orElseGet(() -> {
                    EmbeddedServer server = EmbeddedServer.start(options.data());
                    return new Database(server.url(), Optional.of(server));
                });
    }

    @Bean
    HikariDataSource dataSource(Database database) {
        PGSimpleDataSource owner = owner(database.url());
        Migrations.apply(owner);
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(database.url());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setConnectionInitSql("set role touchstone_app");
        pool.setPoolName("touchstone");
        return new HikariDataSource(pool);
    }

    /** @throws DatabaseException when the address is none, or nobody answers there; it never repeats the address */
    private static PGSimpleDataSource owner(String url) {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        try {
            owner.setUrl(url);
            owner.getConnection().close();
            return owner;
        } catch (IllegalArgumentException | SQLException failed) {
            throw new DatabaseException(
                    "The database does not answer; check --database-url, which looks like"
                            + " jdbc:postgresql://HOST/DATABASE?user=OWNER&password=...",
                    failed);
        }
    }

    @Bean
    PlatformTransactionManager transactionManager(HikariDataSource dataSource) {
        return new OrganisationTransactions(dataSource);
    }
}
