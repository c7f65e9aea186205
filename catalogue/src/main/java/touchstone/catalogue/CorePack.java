package touchstone.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;

/** The content that ships with the product. */
public final class CorePack {

    private static final String FOLDER = "touchstone/catalogue/packs/core";

    private CorePack() {}

    /**
     * The core pack, read from the folder or the jar that this class comes from. It takes a moment; keep the catalogue.
     *
     * @throws CatalogueException when the build holds a broken pack
     * @throws IllegalStateException when the class path holds no core pack, or holds it in neither folder nor jar
     */
    public static Pack read() {
        return PackReader.parse(texts());
    }

    /** The texts of the core pack's files by their path, for showing an entry as its authors wrote it. */
    public static Map<String, String> texts() {
        URL title = CorePack.class.getClassLoader().getResource(FOLDER + "/pack.yaml");
        if (title == null) {
            throw new IllegalStateException("the class path holds no " + FOLDER);
        }
        try {
            if (title.openConnection() instanceof JarURLConnection connection) {
                return textsOfJar(Path.of(connection.getJarFileURL().toURI()));
            }
            return PackFolder.texts(Path.of(title.toURI().resolve(URI.create("."))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("the core pack lies at " + title, impossible);
        }
    }

    /** The catalogue of the core pack alone. */
    public static Catalogue catalogue() {
        return Catalogue.of(read());
    }

    static Pack fromJar(Path jar) throws IOException {
        return PackReader.parse(textsOfJar(jar));
    }

    private static Map<String, String> textsOfJar(Path jar) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            return PackFolder.texts(files.getPath(FOLDER));
        }
    }
}
