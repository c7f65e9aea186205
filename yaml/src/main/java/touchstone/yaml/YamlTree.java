package touchstone.yaml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import touchstone.yaml.YamlException.Code;

/** The lines of a YAML document's fields. Refuses what a hand-written file does not need: aliases, deep nesting. */
public final class YamlTree {

    private static final int MOST_DEPTH = 40;

    private final String file;
    private final Node root;

    private YamlTree(String file, Node root) {
        this.file = file;
        this.root = root;
    }

    /**
     * The tree of a text.
     *
     * @param file what messages call the text
     * @throws YamlException when the text is not one plain YAML document
     */
    public static YamlTree of(String file, String text) {
        LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
        try {
            checkEvents(file, new Parse(settings).parseString(text));
            Node root = new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() -> new YamlException(Code.SYNTAX, file, 0, "the file is empty"));
            return new YamlTree(file, root);
        } catch (MarkedYamlEngineException wrong) {
            int line = wrong.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            throw new YamlException(Code.SYNTAX, file, line, "not valid YAML: " + wrong.getProblem());
        } catch (YamlEngineException wrong) {
            throw new YamlException(Code.SYNTAX, file, 0, "not valid YAML");
        }
    }

    private static void checkEvents(String file, Iterable<Event> events) {
        int depth = 0;
        int documents = 0;
        for (Event event : events) {
            int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
            if (event instanceof AliasEvent || (event instanceof NodeEvent node && hasAnchor(node))) {
                throw new YamlException(Code.FORBIDDEN, file, line, "anchors and aliases are not allowed");
            }
            documents += event instanceof DocumentStartEvent ? 1 : 0;
            depth += event instanceof CollectionStartEvent ? 1 : 0;
            depth -= event instanceof CollectionEndEvent ? 1 : 0;
            if (depth > MOST_DEPTH) {
                throw new YamlException(Code.FORBIDDEN, file, line, "nested deeper than " + MOST_DEPTH + " levels");
            }
            if (documents > 1) {
                throw new YamlException(Code.FORBIDDEN, file, line, "only one YAML document is allowed");
            }
        }
    }

    private static boolean hasAnchor(NodeEvent event) {
        return event.getAnchor().isPresent();
    }

    /** What messages call the text. */
    public String file() {
        return file;
    }

    /** Line from 1 of the deepest field on this path that exists; a step is a field's name or an index. */
    public int line(List<Object> path) {
        for (int steps = path.size(); steps > 0; steps--) {
            Optional<Node> parent = node(path.subList(0, steps - 1));
            Object step = path.get(steps - 1);
            Optional<Node> named = parent.flatMap(node -> field(node, step)).map(NodeTuple::getKeyNode);
            Optional<Node> place = named.or(() -> parent.flatMap(node -> child(node, step)));
            if (place.isPresent()) {
                return lineOf(place.get());
            }
        }
        return lineOf(root);
    }

    /**
     * Lines from 1 of everything under this path. A key is the way from there, such as {@code stages.2.title}; the empty
     * key is the path's own line.
     */
    public Map<String, Integer> lines(List<Object> path) {
        Map<String, Integer> lines = new HashMap<>();
        lines.put("", line(path));
        node(path).ifPresent(node -> collect("", node, lines));
        return lines;
    }

    private static void collect(String way, Node node, Map<String, Integer> lines) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
                put(way + name, tuple.getKeyNode(), tuple.getValueNode(), lines);
            }
        } else if (node instanceof SequenceNode sequence) {
            for (int index = 0; index < sequence.getValue().size(); index++) {
                Node item = sequence.getValue().get(index);
                put(way + index, item, item, lines);
            }
        }
    }

    private static void put(String way, Node place, Node value, Map<String, Integer> lines) {
        lines.put(way, lineOf(place));
        collect(way + ".", value, lines);
    }

    /** Line from 1 of the first value that is a text of spaces or of nothing, as in {@code title: ""}. */
    public OptionalInt firstBlank() {
        return values(root)
                .filter(value ->
                        value.getTag().equals(Tag.STR) && value.getValue().isBlank())
                .mapToInt(YamlTree::lineOf)
                .findFirst();
    }

    private static Stream<ScalarNode> values(Node node) {
        return switch (node) {
            case ScalarNode scalar -> Stream.of(scalar);
            case SequenceNode sequence -> sequence.getValue().stream().flatMap(YamlTree::values);
            case MappingNode mapping -> mapping.getValue().stream().flatMap(tuple -> values(tuple.getValueNode()));
            default -> Stream.empty();
        };
    }

    /** The plain value on this path. */
    Optional<String> scalar(List<Object> path) {
        return node(path)
                .flatMap(node -> node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty());
    }

    /** The names of the fields on this path, or of those around it when its last step does not exist. */
    Optional<String> names(List<Object> path) {
        Optional<Node> around = path.isEmpty() ? Optional.empty() : node(path.subList(0, path.size() - 1));
        return node(path)
                .or(() -> around)
                .flatMap(node -> node instanceof MappingNode mapping ? Optional.of(names(mapping)) : Optional.empty());
    }

    private static String names(MappingNode mapping) {
        return mapping.getValue().stream()
                .map(NodeTuple::getKeyNode)
                .map(key -> key instanceof ScalarNode scalar ? scalar.getValue() : "?")
                .collect(Collectors.joining(", "));
    }

    private Optional<Node> node(List<Object> path) {
        Optional<Node> node = Optional.of(root);
        for (Object step : path) {
            node = node.flatMap(parent -> child(parent, step));
        }
        return node;
    }

    private static Optional<Node> child(Node parent, Object step) {
        return step instanceof Integer index && parent instanceof SequenceNode sequence
                ? sequence.getValue().stream().skip(index).findFirst()
                : field(parent, step).map(NodeTuple::getValueNode);
    }

    private static Optional<NodeTuple> field(Node node, Object name) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals(name))
                        .findFirst()
                : Optional.empty();
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
