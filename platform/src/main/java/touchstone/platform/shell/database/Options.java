package touchstone.platform.shell.database;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How this installation was started.
 *
 * @param data where the embedded database and the installation's secrets lie
 * @param databaseUrl a PostgreSQL of one's own, as a JDBC address with login; none means the embedded one
 */
@ConfigurationProperties("touchstone")
public record Options(Path data, Optional<String> databaseUrl) {}
