package touchstone.simulator.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import touchstone.simulator.model.ModelCard;
import touchstone.simulator.model.Pace;
import touchstone.simulator.model.Price;
import touchstone.simulator.model.Quality;
import touchstone.yaml.YamlFile;

/**
 * A model card as it stands in a file: all fields, or {@code model: sim-medium} with the fields that differ, groups
 * included ({@code quality: {grounded: 1.0}}).
 */
record ModelEntry(ModelCard card) {

    private static final List<ModelCard> PRESETS = List.of(ModelCard.SMALL, ModelCard.MEDIUM, ModelCard.LARGE);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ModelEntry of(JsonNode node) {
        if (!(node instanceof ObjectNode given)) {
            throw new IllegalArgumentException("a model is a group of fields, such as 'model: sim-medium'");
        }
        ObjectNode fields = given.deepCopy();
        JsonNode preset = fields.remove("model");
        ModelCard card = YamlFile.mapper()
                .treeToValue(
                        preset == null ? withDefaults(fields) : over(preset.asString("?"), fields), ModelCard.class);
        return new ModelEntry(checked(card));
    }

    /** A model of one's own is never distracted and resists what it was warned of, unless its file says otherwise. */
    private static ObjectNode withDefaults(ObjectNode fields) {
        if (fields.path("quality") instanceof ObjectNode quality) {
            for (String name : List.of("distracted", "resists")) {
                if (!quality.has(name)) {
                    quality.put(name, 1.0);
                }
            }
        }
        return fields;
    }

    private static ObjectNode over(String preset, ObjectNode fields) {
        ModelCard card = PRESETS.stream()
                .filter(known -> known.id().equals(preset))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown model '" + preset + "'; known models: "
                        + String.join(", ", PRESETS.stream().map(ModelCard::id).toList())));
        ObjectNode merged = YamlFile.mapper().valueToTree(card);
        for (String name : fields.propertyNames()) {
            JsonNode value = fields.path(name);
            if (merged.path(name) instanceof ObjectNode group && value instanceof ObjectNode changes) {
                group.setAll(changes);
            } else {
                merged.set(name, value);
            }
        }
        return merged;
    }

    private static ModelCard checked(ModelCard card) {
        require(!card.id().isBlank(), "'id' must not be blank");
        require(card.contextTokens() > 0, "'contextTokens' must be above 0");
        Price price = card.price();
        require(price.input() >= 0 && price.cachedInput() >= 0 && price.output() >= 0, "a price must not be below 0");
        Pace pace = card.pace();
        require(
                pace.overheadMicros() >= 0
                        && pace.prefillMicros() >= 0
                        && pace.decodeMicros() >= 0
                        && pace.noise() >= 0
                        && pace.loadFactor() >= 1
                        && pace.loadCalls() >= 1,
                "a pace must not be below 0, and its loadFactor and loadCalls not below 1");
        Quality quality = card.quality();
        require(
                List.of(
                                quality.grounded(),
                                quality.buried(),
                                quality.abstains(),
                                quality.obeysSchema(),
                                quality.choosesTool(),
                                quality.distracted(),
                                quality.resists())
                        .stream()
                        .allMatch(share -> share >= 0 && share <= 1),
                "a quality must be a probability from 0 to 1");
        require(quality.nearTokens() >= 0, "'nearTokens' must not be below 0");
        return card;
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
