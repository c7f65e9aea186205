package touchstone.platform.catalogue.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import touchstone.platform.catalogue.EntryKind;

/**
 * The text of one entry as its authors wrote it.
 *
 * @param path of the file that it stands in
 * @param block the whole file for a kind with a file of its own; else the entry's lines, the dash first
 */
record EntryText(String path, String block) {

    /** Finds an entry in the files of a pack. */
    static Optional<EntryText> find(EntryKind kind, String id, Map<String, String> files) {
        if (kind.key().isEmpty()) {
            String path = kind.file() + id + ".yaml";
            return Optional.ofNullable(files.get(path)).map(text -> new EntryText(path, text));
        }
        return files.entrySet().stream()
                .filter(file -> file.getKey().equals(kind.file())
                        || (kind.file().endsWith("/") && file.getKey().startsWith(kind.file())))
                .flatMap(file -> block(file.getValue(), kind.key(), id).stream()
                        .map(block -> new EntryText(file.getKey(), block)))
                .findFirst();
    }

    /** The file with the entry added at the beginning of its list; the whole file for a kind with a file of its own. */
    static String added(EntryKind kind, String block, String file) {
        if (kind.key().isEmpty()) {
            return block;
        }
        List<String> lines = file.lines().toList();
        int head = lines.indexOf(kind.key() + ":");
        if (head < 0) {
            String before = file.isBlank() ? "" : file.stripTrailing() + "\n";
            return before + kind.key() + ":\n" + block + "\n";
        }
        int indent = lines.stream()
                .skip(head + 1L)
                .filter(line -> line.strip().startsWith("- "))
                .findFirst()
                .map(EntryText::indent)
                .orElse(2);
        return String.join("\n", lines.subList(0, head + 1))
                + "\n"
                + block.stripIndent().indent(indent).stripTrailing()
                + "\n"
                + String.join("\n", lines.subList(head + 1, lines.size()))
                + "\n";
    }

    private static Optional<String> block(String text, String key, String id) {
        List<String> lines = text.lines().toList();
        int head = lines.indexOf(key + ":");
        if (head < 0) {
            return Optional.empty();
        }
        Pattern first = Pattern.compile("\\s*- id: ['\"]?" + Pattern.quote(id) + "['\"]?\\s*");
        for (int start = head + 1; start < lines.size() && !isTop(lines.get(start)); start++) {
            if (first.matcher(lines.get(start)).matches()) {
                int indent = indent(lines.get(start));
                return Optional.of(lines.get(start) + "\n"
                        + lines.stream()
                                .skip(start + 1L)
                                .takeWhile(line -> line.isBlank() || indent(line) > indent)
                                .collect(Collectors.joining("\n"))
                                .stripTrailing());
            }
        }
        return Optional.empty();
    }

    /** Whether another list of the file begins here. */
    private static boolean isTop(String line) {
        return !line.isBlank() && indent(line) == 0 && !line.startsWith("-") && !line.startsWith("#");
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
