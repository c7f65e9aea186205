package touchstone.platform.interview;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import touchstone.platform.hiring.Applications;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.shared.Refusal;

/** Keeps people from rating who could see others' ratings first. */
@Component
final class Foresight {

    private static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");

    private final Applications applications;
    private final InterviewRows interviews;
    private final ScorecardRows scorecards;
    private final EarlyLooks looks;

    Foresight(Applications applications, InterviewRows interviews, ScorecardRows scorecards, EarlyLooks looks) {
        this.applications = applications;
        this.interviews = interviews;
        this.scorecards = scorecards;
        this.looks = looks;
    }

    /** @throws Refusal when a seat that counts is for somebody who opened the application's ratings early */
    void requireUnseen(UUID application, Map<UUID, Interview.Seat.Capacity> seats) {
        boolean seen = seats.entrySet().stream()
                .anyMatch(seat -> seat.getValue().counts() && looks.has(application, seat.getKey()));
        if (seen) {
            throw Refusal.conflict("interview.seat.looked-early");
        }
    }

    /**
     * A missed interview hides nothing from those who would have rated in it. It may be said to have taken place after all
     * only as long as none of them could read others' ratings meanwhile.
     *
     * @throws Refusal when one of them could
     */
    void requireUnseen(Interview missed) {
        Candidacy candidacy = applications.get(missed.application());
        Map<UUID, Interview> known = interviews.ofApplication(missed.application()).stream()
                .filter(one -> one.state() != Interview.State.CANCELLED)
                .collect(Collectors.toMap(Interview::id, one -> one));
        List<ScorecardRows.Submitted> submitted = scorecards.ofApplication(missed.application(), FOREVER).stream()
                .filter(one -> known.containsKey(one.interview()))
                .toList();
        boolean seen = missed.seats().stream()
                .filter(seat -> seat.capacity().counts())
                .map(Interview.Seat::account)
                .anyMatch(account -> sees(account, candidacy, known, submitted));
        if (seen) {
            throw Refusal.conflict("interview.no-show-stands");
        }
    }

    private boolean sees(
            UUID account, Candidacy candidacy, Map<UUID, Interview> known, List<ScorecardRows.Submitted> submitted) {
        List<Visibility.Own> own = known.values().stream()
                .filter(interview -> interview.seats().stream()
                        .anyMatch(seat -> seat.account().equals(account)
                                && seat.capacity().counts()))
                .map(interview -> new Visibility.Own(
                        interview.state(),
                        submitted.stream()
                                .anyMatch(card -> card.interview().equals(interview.id())
                                        && card.author().equals(account))))
                .toList();
        return submitted.stream().anyMatch(card -> !card.author().equals(account))
                && Visibility.hiddenBecause(
                                own, Visibility.debriefReached(candidacy), looks.has(candidacy.id(), account))
                        .isEmpty();
    }
}
