package touchstone.embedding;

/** Turns a text into a vector of length 1; texts that mean the same lie close together. Safe for many threads. */
public interface SentenceModel {

    /** Name of the model, such as {@code bge-small-en-v1.5-q}. */
    String id();

    /** Numbers in a vector. */
    int dimensions();

    /** Most word pieces that the model reads at once; what happens to more is said by each model. */
    int maxTokens();

    /**
     * The vector of a text. The same text always gives the same vector; the caller owns the array.
     *
     * @throws IllegalArgumentException when the text is blank
     */
    float[] embed(String text);

    /** Cosine of the angle between two vectors of this model: 1 for the same direction, about 0 for unrelated ones. */
    static double similarity(float[] one, float[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException("vectors of " + one.length + " and " + other.length + " numbers");
        }
        double product = 0;
        for (int i = 0; i < one.length; i++) {
            product += (double) one[i] * other[i];
        }
        return product;
    }
}
