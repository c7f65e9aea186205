package touchstone.catalogue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import touchstone.catalogue.CatalogueException.Code;
import touchstone.catalogue.content.Entry;
import touchstone.yaml.YamlTree;

/**
 * An entry with the place that it was read from.
 *
 * @param lines lines from 1 by the way from the entry; see {@link YamlTree#lines}
 */
record Located<T extends Entry>(T entry, String file, Map<String, Integer> lines) {

    static <T extends Entry> Located<T> of(T entry, YamlTree tree, List<Object> path) {
        return new Located<>(entry, tree.file(), Map.copyOf(tree.lines(path)));
    }

    /** An error at a field; where the field is not there, at what is around it. */
    CatalogueException error(Code code, String sentence, Object... path) {
        for (int steps = path.length; steps >= 0; steps--) {
            String way =
                    java.util.Arrays.stream(path, 0, steps).map(String::valueOf).collect(Collectors.joining("."));
            Integer line = lines.get(way);
            if (line != null) {
                return new CatalogueException(code, file, line, sentence);
            }
        }
        return new CatalogueException(code, file, 0, sentence);
    }
}
