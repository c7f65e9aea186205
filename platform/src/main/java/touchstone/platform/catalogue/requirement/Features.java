package touchstone.platform.catalogue.requirement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import touchstone.yaml.YamlFile;

/** The list of features that ships: {@code features.yaml}. */
@Component
class Features {

    private static final String FILE = "/touchstone/platform/catalogue/features.yaml";

    private final List<Feature> all = read();

    Features() {}

    /** The file. */
    record Listed(List<Feature> features) {}

    static List<Feature> read() {
        try (InputStream in = Objects.requireNonNull(Features.class.getResourceAsStream(FILE), FILE)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return List.copyOf(
                    YamlFile.parse("features.yaml", text, Listed.class).features());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Feature> of(String requirement) {
        return all.stream().filter(feature -> feature.id().equals(requirement)).toList();
    }
}
