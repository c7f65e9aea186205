package touchstone.measurement.ratings.diagnosis;

/**
 * How regular the ratings of one element are.
 *
 * <p>1 is what the model expects; 0.5 to 1.5 is usual, above 1.5 noisy, above 2 harmful, below 0.5 more alike than chance
 * allows (halo, central tendency). With fewer than 10 ratings nothing should be concluded.
 *
 * @param element the candidate, interviewer, dimension
 * @param ratings sum of the weights of the ratings used
 * @param infit mean square weighted by information: {@code sum (x - E)^2 / sum V}; 0 and more
 * @param outfit mean of {@code (x - E)^2 / V}; reacts to single surprises; 0 and more
 * @param infitZ infit standardised, about normal when the model holds; reports show at most 9 either way
 * @param outfitZ outfit likewise
 * @param modelError {@code 1 / sqrt(sum V)}, logits
 * @param realError the same times {@code sqrt(max(1, infit))}
 */
public record ElementFit(
        String element,
        double ratings,
        double infit,
        double outfit,
        double infitZ,
        double outfitZ,
        double modelError,
        double realError) {}
