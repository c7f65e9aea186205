package touchstone.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;

/** The rules of the house that the platform adds to those of the other modules. */
class PlatformArchitectureTests {

    private static final Pattern TABLE = Pattern.compile(
            "(?<=from |join |into |update )(identity|catalogue|hiring|interview|debrief|audit|notification)\\.[a-z_]+");
    private static final int MOST_SHARED_TYPES = 12;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("touchstone.platform");

    @Test
    void importsThePlatform() {
        assertThat(CLASSES.size())
                .as("an empty import would make every rule pass")
                .isGreaterThan(80);
    }

    @Test
    void takesTimeAndChanceFromOutside() {
        noClasses()
                .that()
                .doNotHaveSimpleName("ShellWiring")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callConstructor(Random.class)
                .because("time is the InstantSource that is handed in, ids come from Ids")
                .check(CLASSES);
    }

    @Test
    void keepsControllersToTheirFolder() {
        classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .and()
                .doNotImplement(ErrorController.class)
                .should()
                .notBePublic()
                .because("a page is reached by its address, never from another class")
                .check(CLASSES);
    }

    @Test
    void injectsThroughConstructors() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .because("what a class needs stands in its constructor")
                .check(CLASSES);
    }

    @Test
    void keepsSharedSmall() {
        long types = CLASSES.stream()
                .filter(type -> type.getPackageName().equals("touchstone.platform.shared"))
                .filter(type -> type.isTopLevelClass())
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .count();
        assertThat(types)
                .as("what every module uses is few things; a thirteenth needs a reason")
                .isBetween(5L, (long) MOST_SHARED_TYPES);
    }

    @Test
    void leavesOtherModulesTablesAlone() throws IOException {
        List<String> wrong = new ArrayList<>();
        Path sources = Path.of("src/main/java/touchstone/platform");
        try (Stream<Path> walk = Files.walk(sources)) {
            for (Path file :
                    walk.filter(one -> one.toString().endsWith(".java")).toList()) {
                String module = sources.relativize(file).getName(0).toString();
                Matcher table = TABLE.matcher(Files.readString(file));
                while (table.find()) {
                    if (!table.group(1).equals(module)) {
                        wrong.add(file + " reads or writes " + table.group());
                    }
                }
            }
        }
        assertThat(wrong)
                .as("a module asks another module's service, never its tables")
                .isEmpty();
    }
}
