package touchstone.platform.catalogue.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import touchstone.catalogue.CatalogueException;
import touchstone.catalogue.content.RedFlag;
import touchstone.platform.catalogue.CurrentCatalogue;
import touchstone.platform.fixtures.PlatformTest;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/** An organisation's own pack lies over the core: R-STAGE-11, R-STAGE-12. */
class OwnPackTests extends PlatformTest {

    static final String FLAG = """
        flags:
          - id: our-flag
            title: %s
            sentence: Says that the ledger is somebody else's business.
            instead: Names who reads the ledger and when.
            covers: [R-FLAG-3]
        """;

    @Autowired
    private OwnPack pack;

    @Autowired
    private CurrentCatalogue catalogue;

    @Test
    void laysTheOwnPackOverTheCore() {
        Person author = a(Role.HIRING_MANAGER);
        assertThat(as(author, this::ourFlag)).isEmpty();
        assertThat(as(author, () -> pack.save("flags.yaml", FLAG.formatted("First"), 0)))
                .isEqualTo(1);
        assertThat(as(author, this::ourFlag)).isEqualTo("First");
        assertThat(as(author, () -> pack.save("flags.yaml", FLAG.formatted("Second"), 1)))
                .isEqualTo(2);
        assertThat(as(author, this::ourFlag)).isEqualTo("Second");
        assertThat(as(author, () -> catalogue.get().find(RedFlag.class, "accuracy-only")))
                .isPresent();
    }

    @Test
    void showsThePackToNoOtherOrganisation() {
        Person author = a(Role.HIRING_MANAGER);
        as(author, () -> pack.save("flags.yaml", FLAG.formatted("Ours"), 0));
        Person stranger = Person.system(UUID.randomUUID());
        assertThat(as(stranger, this::ourFlag)).isEmpty();
        assertThat(as(stranger, () -> pack.files())).isEmpty();
        assertThat(as(stranger, () -> pack.versions("flags.yaml"))).isEmpty();
    }

    @Test
    void refusesABrokenPackAndKeepsTheOneBefore() {
        Person author = a(Role.HIRING_MANAGER);
        as(author, () -> pack.save("flags.yaml", FLAG.formatted("Kept"), 0));
        String broken = FLAG.formatted("Broken").replace("R-FLAG-3", "R-FLAG-333");
        assertThatThrownBy(() -> as(author, () -> pack.save("flags.yaml", broken, 1)))
                .isInstanceOfSatisfying(CatalogueException.class, wrong -> {
                    assertThat(wrong.file()).isEqualTo("flags.yaml");
                    assertThat(wrong.line()).isEqualTo(6);
                    assertThat(wrong.sentence()).contains("R-FLAG-333");
                });
        assertThat(as(author, this::ourFlag)).isEqualTo("Kept");
        assertThat(as(author, () -> pack.versions("flags.yaml"))).hasSize(1);
    }

    @Test
    void tellsTheSecondOfTwoEditors() {
        Person author = a(Role.HIRING_MANAGER);
        as(author, () -> pack.save("flags.yaml", FLAG.formatted("First"), 0));
        assertThatThrownBy(() -> as(author, () -> pack.save("flags.yaml", FLAG.formatted("Late"), 0)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
        assertThat(as(author, this::ourFlag)).isEqualTo("First");
    }

    @Test
    void undoesAndRemovesAndBringsBack() {
        Person author = a(Role.HIRING_MANAGER);
        as(author, () -> pack.save("flags.yaml", FLAG.formatted("First"), 0));
        as(author, () -> pack.save("flags.yaml", FLAG.formatted("Second"), 1));
        as(author, () -> {
            pack.restore("flags.yaml", 1, 2);
            return true;
        });
        assertThat(as(author, this::ourFlag)).isEqualTo("First");
        as(author, () -> {
            pack.remove("flags.yaml", 3);
            return true;
        });
        assertThat(as(author, this::ourFlag)).isEmpty();
        assertThat(as(author, () -> pack.removed())).containsExactly("flags.yaml");
        as(author, () -> {
            pack.restore("flags.yaml", 2, 0);
            return true;
        });
        assertThat(as(author, this::ourFlag)).isEqualTo("Second");
        assertThat(as(author, () -> pack.versions("flags.yaml")))
                .extracting(OwnPack.Version::number)
                .containsExactly(5, 4, 3, 2, 1);
    }

    @Test
    void refusesWrongPathsAndSizes() {
        Person author = a(Role.HIRING_MANAGER);
        for (String path : new String[] {"../flags.yaml", "flags.yml", "other/x.yaml", "/etc/x.yaml", ""}) {
            assertThatThrownBy(() -> as(author, () -> pack.save(path, FLAG.formatted("x"), 0)))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("catalogue.pack.path-wrong");
        }
        String large = "# " + "x".repeat(OwnPack.MOST_FILE_BYTES) + "\n" + FLAG.formatted("x");
        assertThatThrownBy(() -> as(author, () -> pack.save("flags.yaml", large, 0)))
                .hasMessage("catalogue.pack.file-too-large");
        assertThatThrownBy(() -> as(author, () -> pack.save("flags.yaml", " \r\n", 0)))
                .hasMessage("catalogue.pack.empty");
        String comment = "# " + "x".repeat(OwnPack.MOST_FILE_BYTES - 2000) + "\nquestions: []\n";
        assertThatThrownBy(() -> as(author, () -> {
                    pack.saveAll(Map.of(
                            "questions/a.yaml", comment,
                            "questions/b.yaml", comment,
                            "questions/c.yaml", comment,
                            "questions/d.yaml", comment,
                            "questions/e.yaml", comment));
                    return true;
                }))
                .hasMessage("catalogue.pack.too-large");
        assertThat(as(author, () -> pack.files())).isEmpty();
    }

    private String ourFlag() {
        return catalogue
                .get()
                .find(RedFlag.class, "our-flag")
                .map(RedFlag::title)
                .orElse("");
    }
}
