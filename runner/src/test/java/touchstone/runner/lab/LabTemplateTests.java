package touchstone.runner.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

class LabTemplateTests {

    @TempDir
    Path labs;

    @Test
    void writesALabThatCompilesAndKeepsTheContract() throws Exception {
        Path lab = labs.resolve("drift-monitor");
        LabTemplate.write("drift-monitor", lab);
        Path classes = labs.resolve("classes");
        compile(lab, "main", classes);
        Path tests = labs.resolve("test-classes");
        compile(lab, "test", tests, classes.toString());

        TestExecutionSummary summary = contract(lab, List.of(classes, tests));

        StringWriter failures = new StringWriter();
        summary.getFailures()
                .forEach(failure -> failures.append(failure.getTestIdentifier().getDisplayName())
                        .append(": ")
                        .append(failure.getException().toString())
                        .append('\n'));
        assertThat(failures.toString()).isEmpty();
        assertThat(summary.getTestsSucceededCount()).isGreaterThanOrEqualTo(14);
    }

    @Test
    void leavesNoPlaceholder() throws IOException {
        Path lab = labs.resolve("drift-monitor");
        LabTemplate.write("drift-monitor", lab);

        try (Stream<Path> walk = Files.walk(lab)) {
            assertThat(walk.filter(Files::isRegularFile).toList())
                    .hasSizeGreaterThan(40)
                    .allSatisfy(file -> {
                        assertThat(file.toString()).doesNotContain("@", ".template");
                        assertThat(Files.readString(file)).doesNotContain("@slug@", "@title@", "@package@", "@Class@");
                    });
        }
    }

    @Test
    void namesTheVersionOfTheParent() throws IOException {
        LabTemplate.write("drift-monitor", labs.resolve("drift-monitor"));

        String parent = Files.readString(Path.of("../pom.xml"));
        String version = parent.substring(parent.indexOf("<version>"), parent.indexOf("</version>"));
        assertThat(labs.resolve("drift-monitor/pom.xml")).content().contains(version + "</version>");
    }

    @Test
    void refusesWhatCannotNameALab() {
        for (String name :
                List.of("", "Drift", "drift_monitor", "-drift", "drift--monitor", "9lives", "../x", "class")) {
            assertThat(LabTemplate.isSlug(name)).as(name).isFalse();
            assertThatThrownBy(() -> LabTemplate.write(name, labs.resolve("x")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(labs).isEmptyDirectory();
    }

    private static void compile(Path lab, String part, Path target, String... more) throws IOException {
        List<Path> sources;
        try (Stream<Path> walk = Files.walk(lab.resolve("src").resolve(part))) {
            sources = walk.filter(file -> file.toString().endsWith(".java")).toList();
        }
        Files.createDirectories(target);
        List<String> path = new ArrayList<>(List.of(more));
        path.add(System.getProperty("java.class.path"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options =
                    List.of("-d", target.toString(), "-cp", String.join(":", path), "-Xlint:all,-path", "-proc:none");
            boolean compiled = compiler.getTask(
                            messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
        assertThat(messages.toString()).doesNotContain("error");
    }

    private static TestExecutionSummary contract(Path lab, List<Path> folders) throws Exception {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        String before = System.getProperty("lab.folder", "");
        System.setProperty("lab.folder", lab.toString());
        try (URLClassLoader loader = new URLClassLoader(urls(folders), LabTemplateTests.class.getClassLoader())) {
            Class<?> tests = loader.loadClass("touchstone.labs.driftmonitor.DriftMonitorLabContractTests");
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(tests))
                                    .build(),
                            listener);
        } finally {
            System.setProperty("lab.folder", before);
        }
        return listener.getSummary();
    }

    private static URL[] urls(List<Path> folders) throws MalformedURLException {
        URL[] urls = new URL[folders.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = folders.get(i).toUri().toURL();
        }
        return urls;
    }
}
