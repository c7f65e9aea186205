package touchstone.platform.identity.signin;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import touchstone.platform.identity.Account;
import touchstone.platform.identity.Accounts;
import touchstone.platform.identity.PersonSource;
import touchstone.platform.shared.Person;

@Component
record AccountPersons(Accounts accounts) implements PersonSource {
    @Override
    public Optional<Person> find(UUID id) {
        return accounts.find(id).filter(Account::active).map(Account::person);
    }
}
