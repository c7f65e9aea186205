package touchstone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import touchstone.platform.AccessTable.Row;
import touchstone.platform.AccessTable.Who;
import touchstone.platform.fixtures.Browser;
import touchstone.platform.fixtures.PlatformTest;

/**
 * Who may call which page: one test for each role, page and verb, by a real request, against the table in
 * {@code src/test/resources/access.csv} that a person has read.
 */
class AccessTableTests extends PlatformTest {

    private static final String ADVICE =
            "Run `make access` (or this test with -Dgolden.accept=true), read the diff of access.csv, and commit it.";
    private static final int SERVER_ERROR = 500;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private final Map<Who, Browser> browsers = new HashMap<>();

    @TestFactory
    Stream<DynamicTest> letsEachRoleReachItsPagesOnly() throws IOException {
        SortedMap<String, Row> declared = AccessTable.declared(mapping);
        if (Boolean.getBoolean("golden.accept")) {
            AccessTable.write(declared);
        }
        SortedMap<String, Row> table = AccessTable.read();
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(dynamicTest("the table has a row for each page", () -> complete(declared, table)));
        for (Row row : table.values()) {
            Row real = declared.get(row.key());
            if (real != null) {
                for (Who who : Who.values()) {
                    tests.add(dynamicTest(
                            row.verb() + " " + row.path() + " " + who.column(), () -> check(row, real, who)));
                }
            }
        }
        return tests.stream();
    }

    private static void complete(SortedMap<String, Row> declared, SortedMap<String, Row> table) {
        assertThat(declared.keySet())
                .as("These pages have no row in access.csv. " + ADVICE)
                .allSatisfy(key -> assertThat(table).containsKey(key));
        assertThat(table.values())
                .as("These rows of access.csv say something else than @Allowed. Correct one of them. " + ADVICE)
                .allSatisfy(row -> {
                    Row real = declared.get(row.key());
                    assertThat(real == null ? row.line() : real.line()).isEqualTo(row.line());
                });
        assertThat(table.keySet())
                .as("These rows of access.csv have no page any more. " + ADVICE)
                .allSatisfy(key -> assertThat(declared).containsKey(key));
    }

    private void check(Row row, Row real, Who who) {
        HttpResponse<String> answer = call(real, who);
        boolean allowed = row.allowed().contains(who);
        boolean ownChoice = real.allowed().contains(Who.NOBODY) && answer.statusCode() / 100 == 3;
        if (allowed && ownChoice) {
            return;
        }
        if (allowed && refused(answer)) {
            browsers.remove(who);
            answer = call(real, who);
        }
        String what = row.verb() + " " + row.path() + " as " + who.column() + " answered " + answer.statusCode()
                + "; access.csv says " + (allowed ? "yes" : "no") + ". Correct @Allowed, or the table: " + ADVICE;
        assertThat(refused(answer)).as(what).isEqualTo(!allowed);
        assertThat(answer.statusCode())
                .as(what + " An unknown id is no reason to fail.")
                .isLessThan(SERVER_ERROR);
    }

    private HttpResponse<String> call(Row row, Who who) {
        Browser browser = browsers.computeIfAbsent(
                who, one -> one.role().map(role -> browser(a(role))).orElseGet(this::browser));
        String path = row.request(UUID.randomUUID());
        return row.verb().equals("GET") || row.verb().equals("ANY")
                ? browser.get(path)
                : browser.send(row.verb(), path, row.body(), "Content-Type", row.mediaType());
    }

    private static boolean refused(HttpResponse<String> answer) {
        String to = answer.headers().firstValue("Location").orElse("");
        return answer.statusCode() == 403
                || answer.statusCode() == 401
                || (answer.statusCode() / 100 == 3 && to.contains("/sign-in"));
    }
}
