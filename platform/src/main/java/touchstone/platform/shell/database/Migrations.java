package touchstone.platform.shell.database;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the database to this version of the application: one schema and one history for each module, in their order. */
public final class Migrations {

    /** Modules with tables, in the order in which one may refer to another. */
    public static final List<String> MODULES = List.of(
            "shared", "identity", "catalogue", "hiring", "interview", "debrief", "insight", "audit", "notification");

    private Migrations() {}

    /** Applies what is missing, as the owner of the schemas. */
    static void apply(DataSource owner) {
        for (String module : MODULES) {
            Flyway.configure()
                    .dataSource(owner)
                    .schemas(module)
                    .defaultSchema(module)
                    .locations("classpath:touchstone/platform/" + module + "/migration")
                    .table("migration")
                    .failOnMissingLocations(true)
                    .load()
                    .migrate();
        }
    }
}
