package touchstone.simulator.scenario;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
import touchstone.simulator.scenario.ScenarioException.Code;

/** The lines of a YAML document's fields. Refuses what a hand-written file does not need: aliases, deep nesting. */
final class YamlTree {

    private static final int MOST_DEPTH = 40;

    private final Node root;

    private YamlTree(Node root) {
        this.root = root;
    }

    /** @throws ScenarioException when the text is not one plain YAML document */
    static YamlTree of(String file, String text) {
        LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
        try {
            checkEvents(file, new Parse(settings).parseString(text));
            Node root = new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() -> new ScenarioException(Code.SYNTAX, file, 0, "the file is empty"));
            return new YamlTree(root);
        } catch (MarkedYamlEngineException wrong) {
            int line = wrong.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            throw new ScenarioException(Code.SYNTAX, file, line, "not valid YAML: " + wrong.getProblem());
        } catch (YamlEngineException wrong) {
            throw new ScenarioException(Code.SYNTAX, file, 0, "not valid YAML");
        }
    }

    private static void checkEvents(String file, Iterable<Event> events) {
        int depth = 0;
        int documents = 0;
        for (Event event : events) {
            int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
            if (event instanceof AliasEvent || (event instanceof NodeEvent node && hasAnchor(node))) {
                throw new ScenarioException(Code.FORBIDDEN, file, line, "anchors and aliases are not allowed");
            }
            documents += event instanceof DocumentStartEvent ? 1 : 0;
            depth += event instanceof CollectionStartEvent ? 1 : 0;
            depth -= event instanceof CollectionEndEvent ? 1 : 0;
            if (depth > MOST_DEPTH) {
                throw new ScenarioException(Code.FORBIDDEN, file, line, "nested deeper than " + MOST_DEPTH + " levels");
            }
            if (documents > 1) {
                throw new ScenarioException(Code.FORBIDDEN, file, line, "only one YAML document is allowed");
            }
        }
    }

    private static boolean hasAnchor(NodeEvent event) {
        return event.getAnchor().isPresent();
    }

    /** Line from 1 of the deepest field on this path that exists; a step is a field's name or an index. */
    int line(List<Object> path) {
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
