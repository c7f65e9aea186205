package touchstone.platform.shell.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Person;

/**
 * Transactions that belong to the organisation of the person who acts. Row-level security shows rows of that organisation
 * only; with nobody acting, or outside a transaction, it shows none.
 */
final class OrganisationTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    OrganisationTransactions(DataSource source) {
        super(source);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        Optional<Person> person = Acting.maybe();
        if (person.isEmpty()) {
            return;
        }
        DataSource source = obtainDataSource();
        var connection = DataSourceUtils.getConnection(source);
        try (PreparedStatement set =
                connection.prepareStatement("select set_config('touchstone.organisation', ?, true)")) {
            set.setString(1, person.get().organisation().toString());
            set.execute();
        } catch (SQLException failed) {
            throw new DatabaseException("The organisation of a transaction cannot be set.", failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }
}
