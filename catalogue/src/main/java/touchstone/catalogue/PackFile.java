package touchstone.catalogue;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import touchstone.catalogue.CatalogueException.Code;
import touchstone.catalogue.content.Entry;
import touchstone.yaml.YamlFile;
import touchstone.yaml.YamlTree;

/**
 * One file of a pack.
 *
 * @param name its path in the pack
 */
record PackFile(String name, String text, YamlTree tree) {

    static final String KNOWN = "pack.yaml, levels.yaml, signals.yaml, flags.yaml, avoided.yaml, frames.yaml, "
            + "stages.yaml, requirements.yaml, takehome.yaml, candidate.yaml, and any name in competencies, roles, "
            + "questions and plans";

    static PackFile of(String name, String text) {
        YamlTree tree = YamlTree.of(name, text);
        OptionalInt blank = tree.firstBlank();
        if (blank.isPresent()) {
            throw new CatalogueException(Code.EMPTY, name, blank.getAsInt(), "the text is empty");
        }
        return new PackFile(name, text, tree);
    }

    <T> T as(Class<T> type) {
        return YamlFile.parse(tree, text, type);
    }

    /** The name, with a star where any name may stand. */
    String kind() {
        return name.replaceFirst("^([a-z]+)/[^/]+\\.yaml$", "$1/*.yaml");
    }

    /** The one entry of a file that is named for it. */
    <T extends Entry> List<Located<T>> single(Class<T> type) {
        Located<T> located = Located.of(as(type), tree, List.of());
        String id = located.entry().id();
        if (!name.endsWith("/" + id + ".yaml")) {
            throw located.error(Code.FILE_NAME, "the file must be named for the id in it: '" + id + ".yaml'", "id");
        }
        return List.of(located);
    }

    <T extends Entry> List<Located<T>> list(String field, List<T> entries) {
        return IntStream.range(0, entries.size())
                .mapToObj(index -> Located.of(entries.get(index), tree, List.of(field, index)))
                .toList();
    }
}
