package touchstone.platform.story;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import touchstone.platform.Platform;
import touchstone.platform.fixtures.TestServer;
import touchstone.platform.identity.Accounts;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Person;

/**
 * An application of the story's own, started on an empty database.
 *
 * @param setup path of the link that the first start printed
 */
record Started(ConfigurableApplicationContext context, int port, String setup) implements AutoCloseable {

    private static final Pattern LINE = Pattern.compile("(?m)^Open http://127\\.0\\.0\\.1:(\\d+)(/setup/\\S+)$");

    static Started anew() {
        PrintStream before = System.out;
        ByteArrayOutputStream caught = new ByteArrayOutputStream();
        System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
        ConfigurableApplicationContext context;
        try {
            context = new SpringApplicationBuilder(Platform.class)
                    .run(
                            "--server.port=0",
                            "--touchstone.data=target/story-data",
                            "--touchstone.database-url=" + TestServer.freshDatabase());
        } finally {
            System.setOut(before);
        }
        Matcher found = LINE.matcher(caught.toString(StandardCharsets.UTF_8));
        if (!found.find()) {
            context.close();
            throw new IllegalStateException("the first start printed no link: " + caught);
        }
        return new Started(context, Integer.parseInt(found.group(1)), found.group(2));
    }

    <T> T service(Class<T> type) {
        return context.getBean(type);
    }

    /** The account with this address, as the services know it. */
    Person person(String email) {
        UUID organisation = service(JdbcClient.class)
                .sql("select id from identity.organisation")
                .query((row, number) -> row.getObject("id", UUID.class))
                .single();
        return Acting.as(
                        Person.system(organisation),
                        () -> service(Accounts.class).all())
                .stream()
                .filter(account -> account.email().equals(email))
                .findFirst()
                .orElseThrow()
                .person();
    }

    @Override
    public void close() {
        context.close();
    }
}
