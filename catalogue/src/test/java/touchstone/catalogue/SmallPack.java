package touchstone.catalogue;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A pack of the tests, with just enough of everything, whose texts can be spoilt. */
public final class SmallPack {

    private SmallPack() {}

    public static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(SmallPack.class.getResource("/small-pack"))
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static Catalogue catalogue() {
        return Catalogue.of(PackReader.read(folder()));
    }

    /** The texts, with one part of one file replaced. */
    public static Map<String, String> with(String file, String good, String bad) {
        Map<String, String> texts = new TreeMap<>(PackFolder.texts(folder()));
        String text = Objects.requireNonNull(texts.get(file), file);
        if (!text.contains(good)) {
            throw new IllegalArgumentException(file + " does not hold '" + good + "'");
        }
        texts.put(file, text.replace(good, bad));
        return texts;
    }
}
