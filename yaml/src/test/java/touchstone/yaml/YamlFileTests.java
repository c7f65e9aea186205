package touchstone.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import touchstone.yaml.YamlException.Code;

class YamlFileTests {

    enum Colour {
        RED,
        GREEN
    }

    record Wheel(int inches, Colour colour) {
        Wheel {
            if (inches < 1) {
                throw new IllegalArgumentException("a wheel needs at least one inch");
            }
        }
    }

    record Cart(String name, double price, List<Wheel> wheels, Map<String, Wheel> spare, Optional<String> note) {}

    private static final String GOOD = "name: handcart\nprice: 12.5\nwheels:\n  - inches: 12\n    colour: red\n";

    @TempDir
    private Path folder;

    @Test
    void readsRecordsAndFillsWhatMayBeMissing() throws IOException {
        Path file = Files.writeString(folder.resolve("cart.yaml"), GOOD);
        assertThat(YamlFile.read(file, Cart.class))
                .isEqualTo(new Cart("handcart", 12.5, List.of(new Wheel(12, Colour.RED)), Map.of(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        inches: 12  | inches: many | wrong-type    | cart.yaml:4: field 'inches' must be a whole number, not 'many'
        inches: 12  | inches: 1.5  | wrong-type    | cart.yaml:4: field 'inches' must be a whole number, not '1.5'
        inches: 12  | inches: "12" | wrong-type    | cart.yaml:4: field 'inches' must be a whole number
        inches: 12  | inches: 0    | invalid-value | cart.yaml:4: a wheel needs at least one inch
        inches: 12  | inches:      | missing-field | cart.yaml:4: field 'inches' is missing
        inches: 12  | wide: 3      | missing-field | cart.yaml:4: field 'inches' is missing; fields given: wide, colour
        price: 12.5 | 'price: 1\\nwide: 3' | unknown-field | cart.yaml:3: unknown field 'wide'; known fields: name, note, price, spare, wheels
        price: 12.5 | price: dear  | wrong-type    | cart.yaml:2: field 'price' must be a number, not 'dear'
        price: 12.5 | name: other  | yaml-syntax   | cart.yaml:2: field 'name' stands twice
        colour: red | colour: blue | wrong-type    | cart.yaml:5: field 'colour' must be one of red, green, not 'blue'
        colour: red | {}           | yaml-syntax   | cart.yaml:6: not valid YAML
        name: handcart | '# none'  | missing-field | cart.yaml:2: field 'name' is missing
        name: handcart | 'name: []'  | wrong-type  | cart.yaml:1: field 'name' must be text
        name: handcart | name: &a x  | yaml-forbidden | cart.yaml:1: anchors and aliases are not allowed
        """)
    void saysWhatIsWrongAndWhere(String good, String bad, String code, String message) throws IOException {
        assertThat(GOOD).contains(good);
        YamlException wrong = failure(GOOD.replace(good, bad.replace("\\n", "\n")));
        assertThat(wrong.getMessage()).startsWith(message).doesNotContain("\n").doesNotContain("jackson");
        assertThat(wrong.code().id()).isEqualTo(code);
    }

    @Test
    void namesTheEnclosingRecordWhenAFieldIsMissing() throws IOException {
        YamlException wrong = failure(GOOD + "  - colour: green\nnote: x\n");
        assertThat(wrong).hasMessage("cart.yaml:6: field 'inches' is missing; fields given: colour");
        assertThat(wrong.line()).isEqualTo(6);
    }

    @Test
    void refusesHugeDeepEmptyAndMissingFiles() throws IOException {
        assertThat(failure(GOOD + "#".repeat(YamlFile.MOST_BYTES)).code()).isEqualTo(Code.TOO_LARGE);
        assertThat(failure("name: " + "[".repeat(100_000)).code()).isEqualTo(Code.FORBIDDEN);
        assertThat(failure("").code()).isEqualTo(Code.SYNTAX);
        assertThat(failure("# nothing\n").code()).isEqualTo(Code.SYNTAX);
        assertThat(failure("null\n").code()).isEqualTo(Code.SYNTAX);
        assertThat(failure("just words\n").code()).isEqualTo(Code.WRONG_TYPE);
        assertThat(failure(GOOD + "---\n" + GOOD).code()).isEqualTo(Code.FORBIDDEN);
        Path nowhere = folder.resolve("nowhere.yaml");
        assertThat(catchThrowableOfType(YamlException.class, () -> YamlFile.read(nowhere, Cart.class)))
                .hasMessage("nowhere.yaml: the file does not exist");
    }

    @Test
    void refusesAliasBombs() throws IOException {
        String bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
        assertThat(failure(bomb)).hasMessage("cart.yaml:1: anchors and aliases are not allowed");
    }

    private YamlException failure(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("cart.yaml"), text);
        YamlException wrong = catchThrowableOfType(YamlException.class, () -> YamlFile.read(file, Cart.class));
        assertThat(wrong).as(text.substring(0, Math.min(200, text.length()))).isNotNull();
        return wrong;
    }
}
