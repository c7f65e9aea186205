package touchstone.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no compiler checks: sizes, names, files that must exist, words that must not. */
class TidyTests {

    private static final Path ROOT = root();
    private static final int MOST_FILE_LINES = 400;
    private static final int MOST_TEST_FILE_LINES = 500;
    private static final int MOST_PUBLIC_TYPES = 25;
    private static final int MOST_COMPONENTS = 8;
    private static final int MOST_TEMPLATE_LINES = 200;
    private static final int MOST_README_LINES = 150;
    private static final int MOST_ARCHITECTURE_LINES = 250;
    private static final Set<String> BAD_PACKAGES =
            Set.of("common", "util", "utils", "core", "lib", "helpers", "helper");
    private static final Pattern BAD_TYPE = Pattern.compile("\\b(?:class|record|interface|enum)"
            + " (\\w*(?:Manager|Helper|Util|Utils|Impl|Dto|Info)|Base\\w+|\\w+Base)\\b");
    private static final Pattern COMPONENTS =
            Pattern.compile("\\brecord \\w+(?:<[^(]*>)?\\(([^)]*)\\)", Pattern.DOTALL);

    @Test
    void seesTheWholeTree() {
        assertThat(java("src/main"))
                .as("an empty list would make every rule pass")
                .hasSizeGreaterThan(100);
    }

    @Test
    void keepsJavaFilesShort() {
        assertThat(longer(java("src/main"), MOST_FILE_LINES)).isEmpty();
        assertThat(longer(java("src/test"), MOST_TEST_FILE_LINES)).isEmpty();
        assertThat(longer(files(".jte"), MOST_TEMPLATE_LINES)).isEmpty();
    }

    @Test
    void namesPackagesAndTypesByWhatTheyAre() {
        List<String> wrong = new ArrayList<>();
        for (Path file : java("src")) {
            for (Path part : ROOT.relativize(file)) {
                if (BAD_PACKAGES.contains(part.toString())) {
                    wrong.add(file + ": a package is named for what is in it, not '" + part + "'");
                }
            }
            Matcher matcher = BAD_TYPE.matcher(code(file));
            while (matcher.find()) {
                wrong.add(file + ": the name " + matcher.group(1) + " says nothing");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void keepsRecordsSmall() {
        List<String> wrong = new ArrayList<>();
        for (Path file : java("src/main")) {
            Matcher matcher = COMPONENTS.matcher(code(file));
            while (matcher.find()) {
                int components = components(matcher.group(1));
                if (components > MOST_COMPONENTS) {
                    wrong.add(file + ": a record with " + components + " components; split it by meaning");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void keepsPackagesSmall() {
        Map<Path, Long> types = java("src/main").stream()
                .filter(file -> text(file).contains("\npublic "))
                .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.counting()));
        types.values().removeIf(count -> count <= MOST_PUBLIC_TYPES);
        assertThat(types).isEmpty();
    }

    @Test
    void marksEveryPackageNullFree() {
        Set<Path> folders = java("src").stream().map(Path::getParent).collect(Collectors.toSet());
        folders.removeIf(folder -> Files.exists(folder.resolve("package-info.java")));
        folders.removeIf(folder -> mainTwinIsMarked(folder));
        assertThat(folders).isEmpty();
    }

    @Test
    void documentsWhatItPromises() {
        assertThat(lines(ROOT.resolve("README.md"))).isLessThan(MOST_README_LINES);
        assertThat(lines(ROOT.resolve("ARCHITECTURE.md"))).isLessThan(MOST_ARCHITECTURE_LINES);
        List<Path> records = files(".md").stream()
                .filter(file -> ROOT.relativize(file).startsWith(Path.of("docs", "decisions")))
                .toList();
        assertThat(records)
                .isNotEmpty()
                .allSatisfy(record -> assertThat(text(record))
                        .as("%s needs a status", record)
                        .containsPattern("(?m)^Status: (accepted|superseded|proposed)"));
    }

    @Test
    void givesEveryLabItsFiles() {
        for (Path lab : labs()) {
            for (String name : List.of(
                    "lab.yaml",
                    "brief.md",
                    "design.md",
                    "seeds.lock",
                    "ladder/expert/solution.yaml",
                    "ladder/solid/solution.yaml",
                    "ladder/naive/solution.yaml",
                    "ladder/broken/solution.yaml",
                    "starter/python/solution.yaml",
                    "starter/java/solution.yaml",
                    "starter/javascript/solution.yaml",
                    "trivial/nop/solution.yaml",
                    "mutants")) {
                assertThat(lab.resolve(name)).exists();
            }
        }
    }

    @Test
    void labsAreNamedNowhereButInTheirFolder() {
        List<String> named = java("src/main").stream()
                .filter(file -> !ROOT.relativize(file).startsWith("labs"))
                .filter(file -> !ROOT.relativize(file).startsWith("benchmarks"))
                .filter(file -> labs().stream()
                        .anyMatch(lab -> code(file).contains(lab.getFileName().toString())))
                .map(Path::toString)
                .toList();
        assertThat(named).as("labs are found at run time").isEmpty();
    }

    @Test
    void holdsNoMachinePathsAndNoRegistryHosts() {
        Pattern machine = Pattern.compile(
                "/(?:root|work|home/\\w+)/[\\w.]|repo1?\\.maven|registry\\.npmjs|files\\.pythonhosted|deb\\.debian");
        List<String> wrong =
                files(".java", ".md", ".yaml", ".xml", ".json", ".sh", ".py", ".js", ".mjs", ".txt", ".toml").stream()
                        .filter(file -> !file.endsWith("TidyTests.java"))
                        .filter(file -> machine.matcher(text(file)).find())
                        .map(Path::toString)
                        .toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void disablesNoTest() {
        List<String> disabled = java("src/test").stream()
                .filter(file -> code(file).contains("@" + "Disabled"))
                .map(Path::toString)
                .toList();
        assertThat(disabled).as("assert today's behaviour and say so instead").isEmpty();
    }

    private static boolean mainTwinIsMarked(Path folder) {
        Path twin = Path.of(folder.toString().replace("src/test/java", "src/main/java"));
        return !twin.equals(folder) && Files.exists(twin.resolve("package-info.java"));
    }

    private static int components(String header) {
        if (header.isBlank()) {
            return 0;
        }
        int depth = 0;
        int components = 1;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            depth += c == '<' || c == '(' ? 1 : c == '>' || c == ')' ? -1 : 0;
            components += c == ',' && depth == 0 ? 1 : 0;
        }
        return components;
    }

    private static List<Path> labs() {
        try (Stream<Path> folders = Files.list(ROOT.resolve("labs"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("lab.yaml")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> longer(List<Path> files, int most) {
        return files.stream()
                .filter(file -> lines(file) > most)
                .map(file -> file + " has " + lines(file) + " lines, at most " + most)
                .toList();
    }

    private static List<Path> java(String part) {
        return files(".java").stream()
                .filter(file -> ROOT.relativize(file).toString().contains(part + "/"))
                .toList();
    }

    private static List<Path> files(String... endings) {
        try (Stream<Path> walk = Files.walk(ROOT)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .filter(file -> Stream.of("target", "node_modules", ".git", ".touchstone", "runs")
                            .noneMatch(skipped -> ROOT.relativize(file)
                                    .toString()
                                    .matches("(.*/)?" + Pattern.quote(skipped) + "/.*")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The file without its comments. */
    private static String code(Path file) {
        return text(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)//.*$", "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static long lines(Path file) {
        return text(file).lines().count();
    }

    private static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("touchstone")) && Files.exists(folder.resolve("labs"))) {
                return folder;
            }
        }
        throw new IllegalStateException("these tests run inside the project");
    }
}
