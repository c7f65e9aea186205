package touchstone.platform.insight.fairness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import touchstone.measurement.ratings.bias.BiasTerm;
import touchstone.measurement.ratings.bias.InterviewerBias;
import touchstone.measurement.ratings.bias.InterviewerComparison;
import touchstone.platform.debrief.FairScores;
import touchstone.platform.debrief.OpenRatings;
import touchstone.platform.hiring.Journeys.Journey;

/** Whether interviewers rate declared groups differently, all else equal, from the ratings that are open. */
@Component
class InterviewerGroups {

    private static final double NORMAL_95 = 1.959964;
    private static final double PRIOR = 0.3;

    private final OpenRatings ratings;
    private final FairScores fairScores;

    InterviewerGroups(OpenRatings ratings, FairScores fairScores) {
        this.ratings = ratings;
        this.fairScores = fairScores;
    }

    OpenRatings.Read read() {
        return ratings.read();
    }

    /** @param declared label of each candidate who gave one */
    List<FairnessView.Interviewed> compare(OpenRatings.Read read, Map<UUID, String> declared) {
        if (read.table().filter(FairScores::enough).isEmpty()) {
            return List.of();
        }
        Map<String, String> groupOf = new HashMap<>();
        Map<String, String> person = new HashMap<>();
        for (String application : read.table().get().candidates()) {
            Journey journey = read.journeys().get(UUID.fromString(application));
            if (journey != null) {
                UUID candidate = journey.candidate().id();
                person.put(application, candidate.toString());
                Optional.ofNullable(declared.get(candidate)).ifPresent(label -> groupOf.put(application, label));
            }
        }
        List<FairnessView.Interviewed> found = new ArrayList<>();
        for (InterviewerComparison one : InterviewerBias.of(
                read.table().get(), groupOf, application -> person.getOrDefault(application, application))) {
            found.add(
                    switch (one) {
                        case InterviewerComparison.Insufficient few -> new FairnessView.Untold(few.group());
                        case InterviewerComparison.Compared compared -> told(read, compared);
                    });
        }
        return found;
    }

    private FairnessView.Told told(OpenRatings.Read read, InterviewerComparison.Compared compared) {
        fairScores.record(compared.provenance());
        return new FairnessView.Told(
                compared.group(),
                compared.reference(),
                compared.people(),
                compared.referencePeople(),
                compared.shown().stream()
                        .map(term -> row(read, term))
                        .sorted(Comparator.comparing(FairnessView.Row::interviewer))
                        .toList(),
                compared.untold(),
                compared.provenance());
    }

    private static FairnessView.Row row(OpenRatings.Read read, BiasTerm term) {
        double half = NORMAL_95 * term.error();
        FairnessView.Reading reading = term.flagged()
                ? FairnessView.Reading.LOOK_INTO_IT
                : term.tested() ? FairnessView.Reading.NOTHING_SEEN : FairnessView.Reading.NOT_TESTED;
        return new FairnessView.Row(
                read.interviewer(term.element()),
                term.contrast(),
                term.contrast() - half,
                term.contrast() + half,
                term.shrunken(PRIOR),
                term.adjusted(),
                reading);
    }
}
