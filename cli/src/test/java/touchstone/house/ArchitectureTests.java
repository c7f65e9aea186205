package touchstone.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("touchstone");

    @Test
    void importsTheWholeHouse() {
        assertThat(CLASSES.size())
                .as("an empty import would make every rule pass")
                .isGreaterThan(150);
    }

    @Test
    void modulesUseOnlyWhatTheirArrowsAllow() {
        onlyUses("chance", "chance");
        onlyUses("yaml", "yaml");
        onlyUses("embedding", "embedding");
        onlyUses("catalogue", "catalogue", "yaml");
        onlyUses("worlds", "worlds", "chance");
        onlyUses("measurement", "measurement", "chance");
        onlyUses("plots", "plots", "measurement");
        onlyUses("simulator", "simulator", "chance", "embedding", "yaml");
        onlyUses("runner", "runner", "measurement", "simulator", "chance", "yaml");
    }

    private static void onlyUses(String module, String... allowed) {
        String[] packages = java.util.Arrays.stream(allowed)
                .map(name -> "touchstone." + name + "..")
                .toArray(String[]::new);
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage("touchstone." + module + "..")
                .should()
                .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "other modules",
                        used -> used.getPackageName().startsWith("touchstone.")
                                && java.util.Arrays.stream(packages)
                                        .noneMatch(name -> com.tngtech.archunit.core.domain.PackageMatcher.of(name)
                                                .matches(used.getPackageName()))))
                .because("the arrows between modules stand in ARCHITECTURE.md; a new arrow needs a decision record");
        rule.check(CLASSES);
    }

    @Test
    void pureModulesKnowNoFrameworkAndNoDatabase() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "touchstone.chance..",
                        "touchstone.measurement..",
                        "touchstone.worlds..",
                        "touchstone.plots..",
                        "touchstone.embedding..",
                        "touchstone.yaml..",
                        "touchstone.catalogue..",
                        "touchstone.simulator..",
                        "touchstone.runner..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "jakarta..")
                .because("the engines must run from a terminal, without an application around them")
                .check(CLASSES);
    }

    @Test
    void timeAndChanceAreHandedIn() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .because("a shared stream of random numbers cannot be repeated; use touchstone.chance")
                .check(CLASSES);
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Math.class, "random")
                .because("use the InstantSource that was handed in")
                .check(CLASSES);
    }

    @Test
    void onlyTheDoorEndsTheProcess() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("touchstone.cli.Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .because("an exit status is a value until it reaches Main")
                .check(CLASSES);
    }

    @Test
    void enginesNeverPrint() {
        noClasses()
                .that()
                .resideOutsideOfPackage("touchstone.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("standard output belongs to the command line; use Progress")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        SlicesRuleDefinition.slices()
                .matching("touchstone.simulator.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a reader must be able to start somewhere")
                .check(CLASSES);
    }

    @Test
    void exceptionsAreFinalOrARoot() {
        classes()
                .that()
                .areAssignableTo(Exception.class)
                .and()
                .resideInAPackage("touchstone..")
                .should()
                .haveSimpleNameEndingWith("Exception")
                .because("a reader must see what is thrown")
                .check(CLASSES);
    }
}
