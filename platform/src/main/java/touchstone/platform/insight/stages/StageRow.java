package touchstone.platform.insight.stages;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import touchstone.catalogue.content.StageKind;
import touchstone.measurement.interval.Interval;
import touchstone.measurement.interval.Quantile;
import touchstone.measurement.interval.Wilson;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.hiring.Journeys.Journey;
import touchstone.platform.hiring.Journeys.Leg;

/**
 * What happened to applications in one kind of stage.
 *
 * @param passed empty while nobody has left it
 * @param time empty while nobody has left it
 */
public record StageRow(StageKind kind, Counts counts, Optional<Passed> passed, Optional<Time> time) {

    /**
     * How many.
     *
     * @param on went on to another stage, or were hired
     * @param rejected ended here by the team
     * @param withdrew ended here by themselves
     * @param here are in it now
     */
    public record Counts(int entered, int on, int rejected, int withdrew, int here) {}

    /** Share of those who left the stage and went on, 0 to 1, with Wilson's 95 % interval. */
    public record Passed(double share, Interval interval) {}

    /** Days in the stage of those who left it: the middle one, and what nine of ten stayed below. */
    public record Time(double median, double ninth) {}

    /** One row for each kind of stage that somebody entered, in the order of a process. */
    static List<StageRow> of(List<Journey> journeys) {
        return Arrays.stream(StageKind.values())
                .map(kind -> row(kind, journeys))
                .filter(row -> row.counts().entered() > 0)
                .toList();
    }

    private static StageRow row(StageKind kind, List<Journey> journeys) {
        int entered = 0;
        int on = 0;
        int rejected = 0;
        int withdrew = 0;
        List<Double> days = new ArrayList<>();
        for (Journey journey : journeys) {
            List<Leg> legs = journey.legs();
            for (int i = 0; i < legs.size(); i++) {
                Leg leg = legs.get(i);
                if (leg.kind() != kind) {
                    continue;
                }
                entered++;
                Optional<Instant> left = leg.left();
                if (left.isPresent()) {
                    days.add(Duration.between(leg.entered(), left.get()).toMinutes() / (24 * 60.0));
                    boolean last = i == legs.size() - 1;
                    switch (last ? journey.state() : Candidacy.State.HIRED) {
                        case HIRED, ACTIVE -> on++;
                        case REJECTED -> rejected++;
                        case WITHDRAWN -> withdrew++;
                    }
                }
            }
        }
        int left = on + rejected + withdrew;
        Counts counts = new Counts(entered, on, rejected, withdrew, entered - left);
        if (left == 0) {
            return new StageRow(kind, counts, Optional.empty(), Optional.empty());
        }
        double[] lengths = days.stream().mapToDouble(Double::doubleValue).toArray();
        return new StageRow(
                kind,
                counts,
                Optional.of(new Passed((double) on / left, Wilson.withDefaults().interval(on, left))),
                Optional.of(new Time(Quantile.of(lengths, 0.5), Quantile.of(lengths, 0.9))));
    }
}
