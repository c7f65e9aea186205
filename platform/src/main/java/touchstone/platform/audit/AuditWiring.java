package touchstone.platform.audit;

import java.io.IOException;
import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import touchstone.platform.shell.database.Options;
import touchstone.platform.shell.database.Secret;

/** Where the secret comes from that protects what the audit log tells. */
@Configuration
class AuditWiring {

    /**
     * The secret lies in the data folder even when the database is elsewhere: who has the database alone can read no
     * payload, and who loses the secret can still verify the chain.
     */
    @Bean
    Vault auditVault(Options options) throws IOException {
        return new Vault(Secret.in(options.data(), "audit"), new SecureRandom());
    }
}
