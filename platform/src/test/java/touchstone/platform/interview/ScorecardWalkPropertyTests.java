package touchstone.platform.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import touchstone.chance.Chance;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/**
 * Random walks over saving, submitting, correcting, looking and moving on, by several people. After every step each of them
 * sees what a few lines of bookkeeping say, and nobody's scorecard is there twice.
 */
class ScorecardWalkPropertyTests extends InterviewTest {

    private static final int STEPS = 60;

    /** What the walk knows happened; it knows nothing of how the services work. */
    private static final class Books {
        final Map<UUID, Integer> revisions = new HashMap<>();
        final Map<UUID, ScorecardContent> content = new HashMap<>();
        final Set<UUID> lookedEarly = new HashSet<>();
        boolean debrief;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void leaksNothingAndCountsNothingTwice(long seed) {
        UUID application = candidacy();
        List<Person> rating = List.of(
                person("first", Role.INTERVIEWER),
                person("second", Role.INTERVIEWER, Role.ADMINISTRATOR),
                person("third", Role.HIRING_MANAGER));
        Person shadow = person("shadow", Role.INTERVIEWER);
        List<Person> watching = List.of(a(Role.RECRUITER), a(Role.ADMINISTRATOR), a(Role.HIRING_MANAGER), shadow);
        Map<UUID, Interview.Seat.Capacity> seats =
                new HashMap<>(seats(Interview.Seat.Capacity.INTERVIEWER, rating.toArray(Person[]::new)));
        seats.put(shadow.id(), Interview.Seat.Capacity.SHADOW);
        UUID interview = held(application, DESIGN, Duration.ofHours(2), seats);
        List<Person> holders = new ArrayList<>(rating);
        holders.add(shadow);
        Books books = new Books();
        Chance chance = Chance.ofSeed(seed);
        for (int step = 0; step < STEPS; step++) {
            step(chance.key("step", step), application, interview, holders, watching, books);
            for (Person one : rating) {
                check(one, application, books.revisions.containsKey(one.id()), books);
            }
            for (Person one : watching) {
                check(one, application, books.debrief || books.lookedEarly.contains(one.id()), books);
            }
        }
        counts(application, shadow, books);
    }

    private void step(
            Chance chance, UUID application, UUID interview, List<Person> holders, List<Person> watching, Books books) {
        Person holder = chance.key("holder").oneOf(holders);
        ScorecardContent content = rated(
                chance.key("value").between(1, 6),
                "Seen in step " + chance.key("e").uniform());
        switch (chance.key("what").between(0, 12)) {
            case 0, 1, 2 -> {
                boolean stale = chance.key("stale").happens(0.3);
                boolean refused = refused(() -> as(holder, () -> {
                    int version = scorecards.draft(interview).version();
                    return scorecards.saveDraft(interview, content, stale ? version + 1 : version);
                }));
                assertThat(refused).isEqualTo(stale || books.revisions.containsKey(holder.id()));
            }
            case 3, 4 -> {
                boolean refused = refused(() -> submit(holder, interview, content));
                assertThat(refused).isEqualTo(books.revisions.containsKey(holder.id()));
                if (!refused) {
                    books.revisions.put(holder.id(), 1);
                    books.content.put(holder.id(), content);
                    assertThat(submit(holder, interview, content).revision().number())
                            .isEqualTo(1);
                }
            }
            case 5, 6 -> correct(holder, interview, content, books);
            case 7 -> {
                Person someone = chance.key("who").oneOf(watching);
                boolean refused = refused(() -> as(someone, () -> {
                    scorecards.lookEarly(application, "The candidate must answer another offer.");
                    return true;
                }));
                boolean may = someone.isAny(Role.ADMINISTRATOR, Role.HIRING_MANAGER);
                assertThat(refused).isEqualTo(!may);
                if (may && !books.debrief) {
                    books.lookedEarly.add(someone.id());
                }
            }
            case 8 -> {
                if (chance.key("far").happens(0.4)) {
                    moveTo(application, books.debrief ? DESIGN : "debrief");
                    books.debrief = !books.debrief;
                }
            }
            default -> {
                // a step in which nobody does anything: the checks look again
            }
        }
    }

    private void correct(Person holder, UUID interview, ScorecardContent content, Books books) {
        Integer before = books.revisions.get(holder.id());
        if (before == null) {
            return;
        }
        UUID card = as(holder, () -> scorecards.own(interview)).orElseThrow().id();
        Scorecard corrected = as(holder, () -> scorecards.correct(card, content, "Looked at my notes again."));
        assertThat(as(holder, () -> scorecards.correct(card, content, "Looked at my notes again.")))
                .isEqualTo(corrected);
        assertThat(corrected.revision().number()).isEqualTo(before + 1);
        books.revisions.put(holder.id(), before + 1);
        books.content.put(holder.id(), content);
    }

    private void check(Person person, UUID application, boolean may, Books books) {
        Scorecards.Visible visible = as(person, () -> scorecards.visible(application));
        Map<UUID, ScorecardContent> seen = new HashMap<>();
        for (Scorecard card : visible.shown()) {
            assertThat(seen.put(card.author().account(), card.content())).isNull();
        }
        Map<UUID, ScorecardContent> due = new HashMap<>(books.content);
        if (!may) {
            due.keySet().retainAll(Set.of(person.id()));
        }
        assertThat(seen).isEqualTo(due);
        assertThat(visible.hiddenBecause().isEmpty()).isEqualTo(may);
    }

    private void counts(UUID application, Person shadow, Books books) {
        if (!books.debrief) {
            moveTo(application, "debrief");
        }
        List<Scorecard> counted = as(a(Role.RECRUITER), () -> scorecards.asOf(application, Instant.now()));
        Set<UUID> authors = new HashSet<>(books.revisions.keySet());
        authors.remove(shadow.id());
        assertThat(counted).extracting(card -> card.author().account()).containsExactlyInAnyOrderElementsOf(authors);
        for (Scorecard card :
                as(a(Role.RECRUITER), () -> scorecards.visible(application)).shown()) {
            assertThat(as(a(Role.RECRUITER), () -> scorecards.history(card.id())))
                    .hasSize(books.revisions.getOrDefault(card.author().account(), 0));
        }
    }

    private static boolean refused(Runnable work) {
        try {
            work.run();
            return false;
        } catch (Refusal refusal) {
            return true;
        }
    }
}
