package touchstone.platform.identity.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import touchstone.platform.Platform;
import touchstone.platform.fixtures.Browser;
import touchstone.platform.fixtures.TestServer;
import touchstone.platform.shell.PublicAddress;

/** The first start, with an application and an empty database of its own. */
class SetupTests {

    private static final Pattern LINE = Pattern.compile("(?m)^Open http://127\\.0\\.0\\.1:(\\d+)(/setup/\\S+)$");

    @Test
    void printsALinkThatMakesOneOrganisationOnce() {
        String database = TestServer.freshDatabase();
        String replaced;
        try (Started first = Started.with(database)) {
            replaced = first.path();
        }
        try (Started again = Started.with(database)) {
            Browser browser = new Browser(again.port());
            assertThat(browser.get(replaced).statusCode()).isEqualTo(404);
            HttpResponse<String> page = browser.get(again.path());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Make the organisation").doesNotContain("<script>");

            assertThat(make(browser, again.path(), "short").body()).contains("at least 12 characters");
            assertThat(make(browser, again.path(), "AdaLovelace1234").body()).contains("too easy to guess");
            HttpResponse<String> made = make(browser, again.path(), "tin whistle, blue door");
            assertThat(made.statusCode()).isEqualTo(303);
            assertThat(made.headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/"));

            JdbcClient jdbc = again.context().getBean(JdbcClient.class);
            assertThat(jdbc.sql("select name from identity.organisation")
                            .query((row, number) -> row.getString(1))
                            .list())
                    .containsExactly("Acme");
            browser.forgetPage();
            assertThat(browser.get("/sign-in").body()).contains("Ada Lovelace");

            Browser late = new Browser(again.port());
            HttpResponse<String> used = late.get(again.path());
            assertThat(used.statusCode()).isEqualTo(410);
            assertThat(used.body()).contains("This link has been used: the organisation exists.");
            assertThat(make(late, again.path(), "tin whistle, blue door").statusCode())
                    .isEqualTo(410);
            assertThat(late.signIn("ada@example.org", "tin whistle, blue door")
                            .headers()
                            .firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).doesNotContain("failed"));
        }
        try (Started third = Started.with(database)) {
            assertThat(third.printed()).doesNotContain("Open http");
        }
    }

    @Test
    void insistsOnHttpsWhenThePublicAddressDoes() {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Platform.class)
                .run(
                        "--server.port=0",
                        "--touchstone.data=target/test-data",
                        "--touchstone.jobs=false",
                        "--touchstone.database-url=" + TestServer.freshDatabase(),
                        "--touchstone.public-url=https://hiring.example.org/")) {
            int port = Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port")));
            HttpResponse<String> page = new Browser(port).get("/sign-in", "X-Forwarded-Proto", "https");
            assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("__Host-touchstone=")
                    .contains("Secure", "HttpOnly", "Path=/");
            assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(context.getBean(PublicAddress.class).of("/setup/x"))
                    .isEqualTo("https://hiring.example.org/setup/x");
        }
    }

    private static HttpResponse<String> make(Browser browser, String path, String password) {
        return browser.post(
                path,
                "organisation",
                "Acme",
                "name",
                "Ada Lovelace",
                "email",
                "Ada@Example.org",
                "password",
                password,
                "zone",
                "Europe/London",
                "roles",
                "ADMINISTRATOR",
                "roles",
                "RECRUITER");
    }

    private record Started(ConfigurableApplicationContext context, String printed) implements AutoCloseable {

        static Started with(String database) {
            PrintStream before = System.out;
            ByteArrayOutputStream caught = new ByteArrayOutputStream();
            System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
            try {
                ConfigurableApplicationContext context = new SpringApplicationBuilder(Platform.class)
                        .run(
                                "--server.port=0",
                                "--touchstone.data=target/test-data",
                                "--touchstone.jobs=false",
                                "--touchstone.database-url=" + database);
                return new Started(context, caught.toString(StandardCharsets.UTF_8));
            } finally {
                System.setOut(before);
            }
        }

        int port() {
            return Integer.parseInt(line().group(1));
        }

        String path() {
            return line().group(2);
        }

        private Matcher line() {
            Matcher found = LINE.matcher(printed);
            assertThat(found.find()).as(printed).isTrue();
            return found;
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
