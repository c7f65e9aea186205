package touchstone.labs.documentsearch;

import java.util.List;
import touchstone.simulator.LimitRule;
import touchstone.simulator.model.ModelCard;
import touchstone.simulator.model.Pace;
import touchstone.simulator.model.Price;
import touchstone.simulator.model.Quality;

/** The three chat models of this lab and their limits; data/models.json tells candidates their prices. */
final class Models {

    static final String MEDIUM = "sim-medium";
    static final String LARGE = "sim-large";

    static final List<ModelCard> CARDS = List.of(
            new ModelCard(
                    "sim-small",
                    8_192,
                    new Price(100, 50, 400),
                    new Pace(90_000, 20, 2_500, 0.10, 1.5, 64),
                    new Quality(0.90, 0.55, 0.75, 0.92, 0.90, 1_200, 0.90, 0.75)),
            new ModelCard(
                    MEDIUM,
                    32_768,
                    new Price(500, 250, 2_000),
                    new Pace(160_000, 35, 5_000, 0.10, 1.5, 64),
                    new Quality(0.98, 0.80, 0.92, 0.97, 0.96, 3_000, 0.96, 0.95)),
            new ModelCard(
                    LARGE,
                    131_072,
                    new Price(2_500, 1_250, 10_000),
                    new Pace(260_000, 50, 9_000, 0.10, 1.5, 64),
                    new Quality(1.00, 0.93, 0.98, 0.995, 0.99, 12_000, 0.99, 0.99)));

    static final List<LimitRule> LIMITS = List.of(
            new LimitRule(Timetable.RATE_LIMIT, MEDIUM, 40, 3, 600_000, 60_000),
            new LimitRule(Timetable.RATE_LIMIT, LARGE, 20, 2, 600_000, 60_000),
            LimitRule.WIDE);

    private Models() {}
}
