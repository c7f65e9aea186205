package touchstone.platform.hiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import touchstone.catalogue.content.StageKind;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/** The take-home stage: sent, due, handed in. */
class TakeHomesTests extends HiringTest {

    private static final String STAGE = StageKind.TAKE_HOME.id();

    /** R-STAGE-3: a take-home gives 48 to 72 hours unless somebody says otherwise, and never less. */
    @Test
    void givesAtLeastTwoDays() {
        assertThat(TakeHome.USUAL).isBetween(Duration.ofDays(2), Duration.ofDays(3));
        UUID application = application(opening("Search engineer"), "Ada Works");
        refuses("hiring.take-home.unfair-time", () -> send(application, Duration.ofDays(1)));
        refuses("hiring.take-home.unfair-time", () -> send(application, Duration.ofDays(30)));
        refuses(
                "hiring.take-home.no-stage",
                () -> takeHomes.send(
                        application, StageKind.SYSTEM_DESIGN.id(), Instant.now().plus(TakeHome.USUAL)));
        as(a(Role.RECRUITER), () -> send(application, Duration.ofDays(2)));
        refuses("hiring.take-home.sent-already", () -> send(application, Duration.ofDays(3)));
        as(a(Role.RECRUITER), () -> {
            takeHomes.extend(application, STAGE, Instant.now().plus(Duration.ofDays(3)), 1);
            return true;
        });
        refuses(
                "hiring.take-home.changed",
                () -> takeHomes.extend(application, STAGE, Instant.now().plus(Duration.ofDays(3)), 1));
        assertThat(only(a(Role.RECRUITER), application).isLate(Instant.now())).isFalse();
    }

    /** A lab's score stays in its own unit, beside the work; the candidate does not see it. */
    @Test
    void recordsWhatCameBack() {
        UUID application = sent("Ada Works");
        as(a(Role.RECRUITER), () -> handIn(application, work(Optional.of(4.5), Optional.of(87.5)), 1));
        TakeHome.HandedIn back = only(a(Role.RECRUITER), application).handedIn().orElseThrow();
        assertThat(back.hoursSpent()).contains(4.5);
        assertThat(back.labScore()).contains(87.5);
        assertThat(back.place()).isEqualTo("https://example.org/work");
        assertThat(only(candidateOf(application), application)
                        .handedIn()
                        .orElseThrow()
                        .labScore())
                .isEmpty();
        refuses("hiring.take-home.changed", () -> handIn(application, work(Optional.empty(), Optional.empty()), 1));
        as(a(Role.RECRUITER), () -> handIn(application, work(Optional.empty(), Optional.of(88.0)), 2));
    }

    @Test
    void takesACandidatesOwnWorkOnceAndNoScoreFromThem() {
        UUID application = sent("Ada Works");
        Person candidate = candidateOf(application);
        as(candidate, () -> handIn(application, work(Optional.of(6.0), Optional.of(100.0)), 1));
        assertThat(only(a(Role.RECRUITER), application).handedIn().orElseThrow().labScore())
                .isEmpty();
        refuses(
                candidate,
                "hiring.take-home.handed-in-already",
                () -> handIn(application, work(Optional.empty(), Optional.empty()), 2));
        UUID other = sent("Ada Other");
        refuses(
                candidate,
                "hiring.application.missing",
                () -> handIn(other, work(Optional.empty(), Optional.empty()), 1));
    }

    @Test
    void marksLateWork() {
        UUID opening = opening("Search engineer");
        UUID application = daysAgo(10, () -> application(opening, "Ada Late"));
        daysAgo(10, () -> send(application, TakeHome.USUAL, Instant.now().minus(Duration.ofDays(10))));
        assertThat(only(a(Role.RECRUITER), application).isLate(Instant.now())).isTrue();
        as(candidateOf(application), () -> handIn(application, work(Optional.empty(), Optional.empty()), 1));
        assertThat(only(a(Role.RECRUITER), application).isLate(Instant.now())).isTrue();
    }

    @Test
    void refusesNumbersThatCannotBe() {
        UUID application = sent("Ada Works");
        refuses(
                "hiring.take-home.impossible-score",
                () -> handIn(application, work(Optional.empty(), Optional.of(100.5)), 1));
        refuses(
                "hiring.take-home.impossible-score",
                () -> handIn(application, work(Optional.empty(), Optional.of(Double.NaN)), 1));
        refuses(
                "hiring.take-home.impossible-hours",
                () -> handIn(application, work(Optional.of(-1.0), Optional.empty()), 1));
        refuses(
                "hiring.take-home.impossible-time",
                () -> handIn(
                        application,
                        new TakeHome.HandedIn(Instant.EPOCH, Optional.empty(), "x", Optional.empty(), ""),
                        1));
    }

    private UUID sent(String name) {
        UUID application = application(opening("Search engineer"), name);
        as(a(Role.RECRUITER), () -> send(application, TakeHome.USUAL));
        return application;
    }

    private boolean send(UUID application, Duration given) {
        return send(application, given, Instant.now());
    }

    private boolean send(UUID application, Duration given, Instant now) {
        takeHomes.send(application, STAGE, now.plus(given));
        return true;
    }

    private boolean handIn(UUID application, TakeHome.HandedIn work, int version) {
        takeHomes.handIn(application, STAGE, work, version);
        return true;
    }

    private static TakeHome.HandedIn work(Optional<Double> hours, Optional<Double> score) {
        return new TakeHome.HandedIn(Instant.now(), hours, "https://example.org/work", score, "Runs with make");
    }

    private TakeHome only(Person person, UUID application) {
        return as(person, () -> takeHomes.of(application)).getFirst();
    }

    private void refuses(String code, Runnable work) {
        refuses(a(Role.RECRUITER), code, work);
    }

    private static void refuses(Person person, String code, Runnable work) {
        assertThatThrownBy(() -> as(person, () -> {
                    work.run();
                    return true;
                }))
                .isInstanceOf(Refusal.class)
                .hasMessage(code);
    }
}
