package touchstone.platform.identity;

import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Erasure;
import touchstone.platform.shared.Refusal;

/**
 * Blanks the name and the address of an account whose owner is erased. The account stays as the author of what it did, and
 * can never be used again.
 */
@Component
final class ErasedAccounts {

    private static final String NOBODY = "@erased.invalid";

    private final JdbcClient jdbc;

    ErasedAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the transaction of the erasure; an account in use is left alone. */
    @EventListener
    void erased(Erasure erasure) {
        UUID account = erasure.person();
        int blanked = jdbc.sql("""
            update identity.account
            set name = 'Erased account', email = id || '@erased.invalid', zone = 'UTC', version = version + 1
            where organisation_id = ? and id = ? and not active
            """).params(Acting.organisation(), account).update();
        if (blanked > 0) {
            jdbc.sql("delete from identity.sign_in where organisation_id = ? and account_id = ?")
                    .params(Acting.organisation(), account)
                    .update();
            jdbc.sql("delete from identity.link where organisation_id = ? and subject = ?")
                    .params(Acting.organisation(), account)
                    .update();
        }
    }

    /** @throws Refusal when the account's owner was erased */
    static void requireKept(Account account) {
        if (account.email().endsWith(NOBODY)) {
            throw Refusal.gone("identity.account.erased");
        }
    }
}
