package touchstone.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pack in docs/guides/write-a-pack.md is one. */
class GuideTests {

    private static final Pattern FILE = Pattern.compile("```yaml\n# (\\S+)\n(.*?)```", Pattern.DOTALL);

    @Test
    void showsAPackThatFitsOverTheCore() throws IOException {
        String guide = Files.readString(Path.of("../docs/guides/write-a-pack.md"));
        Map<String, String> texts = new TreeMap<>();
        for (Matcher file = FILE.matcher(guide); file.find(); ) {
            texts.put(file.group(1), file.group(2));
        }
        Catalogue merged = CorePack.catalogue().with(PackReader.parse(texts));
        assertThat(merged.question("index-without-downtime")).isPresent();
    }
}
