package touchstone.platform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.beans.factory.annotation.Autowired;
import touchstone.platform.fixtures.Browser;
import touchstone.platform.fixtures.PlatformTest;
import touchstone.platform.identity.Account;
import touchstone.platform.identity.Passwords;
import touchstone.platform.shared.Person;

/** A test that opens pages of the catalogue as somebody. */
public abstract class CatalogueTest extends PlatformTest {

    private static final String PASSWORD = "tin whistle, blue door";

    @Autowired
    private Passwords passwords;

    /** A browser in which the person has signed in. */
    protected Browser signedIn(Person person) {
        Account account = as(person, () -> accounts.find(person.id())).orElseThrow();
        as(person, () -> {
            passwords.set(account, PASSWORD);
            return true;
        });
        Browser browser = new Browser(port);
        assertThat(browser.signIn(account.email(), PASSWORD).statusCode()).isIn(302, 303);
        return browser;
    }
}
