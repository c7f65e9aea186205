package touchstone.platform.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import touchstone.platform.fixtures.BrowserSession;

/** Somebody of the story, at a browser of their own. */
final class Actor implements AutoCloseable {

    private static final int PHONE = 390;

    final String name;
    final String email;
    private final Album album;
    private final BrowserSession browser;

    private Actor(String name, String email, Album album, BrowserSession browser) {
        this.name = name;
        this.email = email;
        this.album = album;
        this.browser = browser;
        album.listen(browser, name);
    }

    static Actor of(String name, Started started, Album album) {
        return new Actor(name, email(name), album, BrowserSession.open(started.port()));
    }

    /** The same person at a telephone in the dark. */
    Actor atTelephone(Started started) {
        BrowserSession telephone = BrowserSession.open(started.port(), PHONE, ColorScheme.DARK, true);
        return new Actor(name, email, album, telephone);
    }

    static String email(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.org";
    }

    /** Nobody's name or address, and not easy to guess. */
    String password() {
        return "seven slow rivers " + name.length();
    }

    void signIn() {
        browser.signIn(email, password());
    }

    Page page() {
        return browser.page();
    }

    Page go(String path) {
        return browser.go(path);
    }

    /** Opens a page and looks at it. */
    Page visit(String path, String picture) {
        browser.go(path);
        album.look(browser, picture);
        return browser.page();
    }

    void look(String picture) {
        album.look(browser, picture);
    }

    Locator main(String selector) {
        return page().locator("main").locator(selector);
    }

    void fill(String field, String text) {
        main("[name='" + field + "']:visible").first().fill(text);
    }

    void choose(String field, String value) {
        main("select[name='" + field + "']:visible").first().selectOption(value);
    }

    /** Opens what is folded around a form. */
    void unfold(String action) {
        main("details:not([open]):has(form[action$='" + action + "']) > summary")
                .first()
                .click();
    }

    /** Sends the form that goes to an address that ends so. */
    void send(String action) {
        press(main("form[action$='" + action + "'] button[type=submit]").first());
    }

    void press(String button) {
        press(page().locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .first());
    }

    /** Presses what leads to another page, and waits for it. A refusal fails with its sentence. */
    void press(Locator button) {
        page().evaluate("document.querySelector('main').setAttribute('data-left', '')");
        button.click();
        page().locator("main:not([data-left]), #problem .notice").first().waitFor();
        assertThat(page().locator("#problem")).hasText("");
    }

    void assertSays(String text) {
        assertThat(page().locator("main")).containsText(text);
    }

    void assertSaysNot(String text) {
        assertThat(page().locator("main")).not().containsText(text);
    }

    String path() {
        return java.net.URI.create(page().url()).getPath();
    }

    @Override
    public void close() {
        browser.assertNoErrors();
        browser.close();
    }
}
