package touchstone.simulator.clients;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page {@code docs/reference/clients.md}: a table of clients and features. A client that did not run keeps the column that
 * the page had before.
 */
record ClientsPage(Map<String, List<String>> columns) {

    private static final String NOT_RUN = "not run";

    private static final String TITLE = """
        # Official clients against the simulated model

        Written by `ClientsGoldenTests`, which runs every client against the running simulator; do not edit, `make accept`
        records it again. A client that cannot be installed (no network) is skipped and keeps its column;
            with `-Dclients.required=true` that is a failure.

        "works" means that the client understood the simulated model as it should; for an error, the exception is the one
        that this client documents for it, with the error's code readable where the client offers codes. Retries are off
        but for one row. "differs" is the client's own choice, which a program must know about; the simulator did its
        part. In the same run the ledger is checked: one call where retries are off, a client's leaving noted for the
        timeout and for the abort.

        Versions are pinned in the root `pom.xml` (Java), `simulator/src/test/clients/python/requirements.txt` and
        `simulator/src/test/clients/node/package-lock.json`.

        """;

    /** The page of what ran now; columns of clients that did not run are taken from the page before. */
    static ClientsPage of(List<Client> clients, Map<Client, Findings> ran, String before) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (Client client : clients) {
            columns.put(
                    client.name(),
                    Optional.ofNullable(ran.get(client))
                            .map(ClientsPage::column)
                            .or(() -> column(client.name(), before))
                            .orElseGet(() -> Stream.generate(() -> NOT_RUN)
                                    .limit(Feature.values().length + 1)
                                    .toList()));
        }
        return new ClientsPage(columns);
    }

    String markdown() {
        StringBuilder page = new StringBuilder(TITLE);
        line(page, "feature", List.copyOf(columns.keySet()));
        line(page, "---", columns.keySet().stream().map(name -> "---").toList());
        line(page, "version", cells(0));
        int row = 1;
        for (Feature feature : Feature.values()) {
            line(page, feature.title, cells(row++));
        }
        return page.toString();
    }

    private List<String> cells(int row) {
        return columns.values().stream().map(column -> column.get(row)).toList();
    }

    private static void line(StringBuilder page, String first, List<String> cells) {
        page.append("| ").append(first);
        cells.forEach(cell -> page.append(" | ").append(cell));
        page.append(" |\n");
    }

    private static List<String> column(Findings findings) {
        return Stream.concat(
                        Stream.of(findings.version()),
                        Stream.of(Feature.values()).map(feature -> cell(findings.of(feature))))
                .toList();
    }

    private static String cell(Finding finding) {
        return switch (finding) {
            case Finding.Works(String detail) when detail.isEmpty() -> "works";
            case Finding.Works(String detail) when detail.matches("[A-Z]\\w+") -> "works: `" + detail + "`";
            case Finding.Works(String detail) -> "works: " + detail;
            case Finding.Differs(String detail) -> "differs: " + detail;
            case Finding.Wrong(String _) -> "wrong";
        };
    }

    /** A client's column on an earlier page, if it has one of the same rows. */
    private static Optional<List<String>> column(String name, String page) {
        List<List<String>> table = page.lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| ")))
                .toList();
        List<String> wanted = Stream.concat(
                        Stream.of("feature", "---", "version"),
                        Stream.of(Feature.values()).map(feature -> feature.title))
                .toList();
        boolean sameRows =
                table.stream().map(List::getFirst).collect(Collectors.toList()).equals(wanted);
        int place = sameRows ? table.getFirst().indexOf(name) : -1;
        return place < 0
                ? Optional.empty()
                : Optional.of(table.stream().skip(2).map(row -> row.get(place)).toList());
    }
}
