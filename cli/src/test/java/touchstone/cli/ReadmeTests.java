package touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README and guides tell people to type can be typed. */
class ReadmeTests {

    private static final Path ROOT = root();

    /** Commands that the start script answers itself. */
    private static final Set<String> OF_THE_SCRIPT = Set.of("up", "test");

    private static final Pattern COMMAND = Pattern.compile("(?m)(?:`|^)\\./touchstone ([^`\\n]+)");
    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

    private static final String RATINGS = """
        candidate,interviewer,dimension,rating
        ann,ida,code,4
        ann,jon,code,5
        bob,ida,code,2
        bob,jon,code,3
        cai,ida,code,3
        cai,jon,code,3
        """;

    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal(ROOT);

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("ARCHITECTURE.md"))) {
            folder = folder.resolve("..").normalize();
        }
        return folder;
    }

    private static List<String> commands(Path page) throws IOException {
        Matcher found = COMMAND.matcher(Files.readString(page));
        return found.results().map(result -> result.group(1).strip()).toList();
    }

    @Test
    void namesNoCommandAndNoOptionThatIsNotThere() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> guides = Files.list(ROOT.resolve("docs/guides"))) {
            guides.filter(page -> page.toString().endsWith(".md")).forEach(pages::add);
        }
        int seen = 0;
        for (Path page : pages) {
            for (String command : commands(page)) {
                seen += helpOf(page, command);
            }
        }
        assertThat(seen).isGreaterThan(20);
    }

    /** Asks for the help of each command that a line names: {@code measure a\|b FILE} are two. */
    private int helpOf(Path page, String command) {
        List<String> words = Stream.of(command.split(" ", -1))
                .takeWhile(word -> word.matches("[a-z\\\\|]+"))
                .limit(2)
                .toList();
        if (OF_THE_SCRIPT.contains(words.getFirst())) {
            return 0;
        }
        String[] leaves = words.getLast().split("\\\\?\\|", -1);
        for (String leaf : leaves) {
            List<String> typed = new ArrayList<>(words.subList(0, words.size() - 1));
            typed.add(leaf);
            typed.add("--help");
            assertThat(terminal.type(typed.toArray(String[]::new)))
                    .as(page.getFileName() + ": " + command)
                    .isZero();
            assertThat(OPTION.matcher(command).results().map(option -> option.group()))
                    .as(page.getFileName() + ": " + command)
                    .allMatch(option -> terminal.out().contains(option));
        }
        return leaves.length;
    }

    /** The two commands of README that need nothing but a file, word for word but for the names of files. */
    @Test
    void makesAWorldAndMeasuresRatingsAsTheReadmeSays() throws IOException {
        Files.writeString(folder.resolve("ratings.csv"), RATINGS);
        List<String> commands = commands(ROOT.resolve("README.md")).stream()
                .filter(command -> command.matches("world --seed \\d+ .*|measure ratings ratings\\.csv .*"))
                .toList();
        assertThat(commands).hasSize(2);
        for (String command : commands) {
            String[] typed = Stream.of(command.split(" ", -1))
                    .map(word -> word.equals("DIR") || word.startsWith("ratings.")
                            ? folder.resolve(word).toString()
                            : word)
                    .toArray(String[]::new);
            assertThat(terminal.type(typed)).as(command + "\n" + terminal.err()).isZero();
        }
        assertThat(folder.resolve("DIR/README.md")).isNotEmptyFile();
        assertThat(folder.resolve("ratings.html")).isNotEmptyFile();
    }
}
