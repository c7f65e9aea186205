package touchstone.cli.measure;

import java.util.Optional;
import touchstone.measurement.ratings.diagnosis.ElementFit;

/** An interviewer's infit in words (J. M. Linacre, "What do infit and outfit mean?", 2002), with how many ratings carry it. */
final class Consistency {

    private static final double FEWEST = 10;
    private static final double FIRM = 30;

    private Consistency() {}

    static String words(double ratings, Optional<ElementFit> fit) {
        if (fit.isEmpty() || ratings < FEWEST) {
            return "too few ratings to say";
        }
        String words = reading(fit.get().infit());
        return flagged(ratings, fit) && ratings < FIRM ? words + " (provisional)" : words;
    }

    static boolean flagged(double ratings, Optional<ElementFit> fit) {
        return fit.isPresent()
                && ratings >= FEWEST
                && !reading(fit.get().infit()).equals("productive");
    }

    private static String reading(double infit) {
        if (infit > 2) {
            return "erratic: does harm";
        }
        if (infit > 1.5) {
            return "noisy";
        }
        return infit < 0.5 ? "too predictable" : "productive";
    }
}
