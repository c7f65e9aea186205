package touchstone.labs.resilientclient;

import java.util.List;
import touchstone.simulator.model.ModelCard;
import touchstone.simulator.model.Pace;
import touchstone.simulator.model.Price;
import touchstone.simulator.model.Quality;

/** The three models of this lab. Primary and secondary are always right; the cheap one is wrong on four notes of ten. */
final class Models {

    static final List<ModelCard> CARDS = List.of(
            new ModelCard(
                    "sim-small",
                    8_192,
                    new Price(100, 50, 400),
                    new Pace(60_000, 20, 4_000, 0.10, 1.5, 64),
                    new Quality(0.60, 0.40, 0.50, 0.90, 0.90, 1_500)),
            new ModelCard(
                    ResilientClient.PRIMARY,
                    32_768,
                    new Price(500, 250, 2_000),
                    new Pace(80_000, 30, 5_000, 0.10, 1.3, 64),
                    new Quality(1, 1, 1, 1, 1, 16_000)),
            new ModelCard(
                    "sim-large",
                    131_072,
                    new Price(2_500, 1_250, 10_000),
                    new Pace(120_000, 40, 6_000, 0.10, 1.3, 64),
                    new Quality(1, 1, 1, 1, 1, 16_000)));

    private Models() {}
}
