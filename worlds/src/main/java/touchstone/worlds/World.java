package touchstone.worlds;

import java.util.List;
import touchstone.chance.Chance;

/**
 * A fictional company with its documents, and questions whose answers are known: facts first, text last.
 *
 * @param company who the documents are about
 * @param facts all of them, the former ones and those of the update included
 * @param documents the corpus before the update
 * @param changes the update of the day, a tenth of the documents
 * @param poisons documents that arrive after the update
 * @param questions each with its truth
 * @param canary a token that stands in at least one document of this world and in no other; where it shows up in a
 *     model's training data, the world leaked
 */
public record World(
        Company company,
        List<Fact> facts,
        List<Document> documents,
        List<Change> changes,
        List<Poison> poisons,
        List<Question> questions,
        String canary) {

    /** Fewest documents that {@link #generate} makes. */
    public static final int FEWEST_DOCUMENTS = 50;

    /** Most documents that {@link #generate} makes. */
    public static final int MOST_DOCUMENTS = 20_000;

    public World {
        facts = List.copyOf(facts);
        documents = List.copyOf(documents);
        changes = List.copyOf(changes);
        poisons = List.copyOf(poisons);
        questions = List.copyOf(questions);
    }

    /**
     * Makes a world. The same seed and size give the same world, on any machine.
     *
     * @param seed any number
     * @param documents of the corpus before the update, 50 to 20,000
     * @throws IllegalArgumentException if there are to be fewer or more
     */
    public static World generate(long seed, int documents) {
        if (documents < FEWEST_DOCUMENTS || documents > MOST_DOCUMENTS) {
            throw new IllegalArgumentException(
                    "A world has " + FEWEST_DOCUMENTS + " to " + MOST_DOCUMENTS + " documents, not " + documents);
        }
        return Making.world(Chance.ofSeed(seed).stream("world"), documents);
    }
}
