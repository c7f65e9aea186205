package touchstone.catalogue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import touchstone.catalogue.CatalogueException.Code;
import touchstone.yaml.YamlException;
import touchstone.yaml.YamlFile;

/** The texts of a pack's folder, within limits. Files for people (.md) and hidden files are left aside. */
final class PackFolder extends SimpleFileVisitor<Path> {

    static final int MOST_FILES = 500;
    static final long MOST_BYTES = 20L << 20;

    private final Path folder;
    private final Map<String, String> texts = new TreeMap<>();
    private int files;
    private long bytes;

    private PackFolder(Path folder) {
        this.folder = folder;
    }

    static Map<String, String> texts(Path folder) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new CatalogueException(Code.NO_PACK, name(folder), 0, "the pack's folder does not exist");
        }
        PackFolder visitor = new PackFolder(folder);
        try {
            Files.walkFileTree(folder, visitor);
        } catch (IOException wrong) {
            throw new CatalogueException(Code.NO_PACK, name(folder), 0, "the pack's folder cannot be read");
        } catch (YamlException wrong) {
            throw CatalogueException.of(wrong);
        }
        return visitor.texts;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
        return !inner.equals(folder) && name(inner).startsWith(".")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        files++;
        if (files > MOST_FILES) {
            throw new CatalogueException(
                    Code.TOO_MANY_FILES, name(folder), 0, "the pack has more than " + MOST_FILES + " files");
        }
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (name.endsWith(".md") || name(file).startsWith(".")) {
            return FileVisitResult.CONTINUE;
        }
        if (!attributes.isRegularFile()) {
            throw new CatalogueException(Code.UNKNOWN_FILE, name, 0, "links and special files are not read");
        }
        String text = YamlFile.text(file, name);
        bytes += text.length();
        if (bytes > MOST_BYTES) {
            throw new CatalogueException(
                    Code.TOO_LARGE, name(folder), 0, "the pack's files are larger than 20 MiB together");
        }
        texts.put(name, text);
        return FileVisitResult.CONTINUE;
    }

    private static String name(Path path) {
        Path last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }
}
