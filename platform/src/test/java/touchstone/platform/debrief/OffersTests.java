package touchstone.platform.debrief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import touchstone.platform.fixtures.Browser;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/** R-STAGE-6: the offer after the decision, and what the candidate is told. */
class OffersTests extends DebriefTest {

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private int version(UUID application) {
        return as(a(Role.RECRUITER), () -> offers.of(application))
                .map(Offer::version)
                .orElse(0);
    }

    private void make(UUID application, Person... approvers) {
        Set<UUID> asked =
                java.util.Arrays.stream(approvers).map(Person::id).collect(java.util.stream.Collectors.toSet());
        as(a(Role.RECRUITER), () -> {
            offers.make(application, "95,000 a year, from May.", asked, version(application));
            return true;
        });
    }

    private void approve(Person person, UUID application, boolean yes, String reason) {
        as(person, () -> {
            offers.answerRequest(application, yes, reason, version(application));
            return true;
        });
    }

    private void send(UUID application) {
        as(a(Role.RECRUITER), () -> {
            offers.send(application, version(application));
            return true;
        });
    }

    @Test
    void isSentOnlyWhenEverybodyApprovedAndEndsInAHire() {
        UUID application = passing();
        refused("debrief.offer.no-decision", () -> make(application, a(Role.HIRING_MANAGER)));
        decide(application, Decision.Outcome.HIRE, "");
        Person manager = a(Role.HIRING_MANAGER);
        Person administrator = a(Role.ADMINISTRATOR);
        refused("debrief.offer.approvers", () -> make(application, ivy));
        refused("debrief.offer.approvers", () -> make(application));
        make(application, manager, administrator);
        assertThat(happened.notices(email(manager)))
                .anyMatch(notice -> notice.key().equals("debrief.notice.approval"));
        refused("debrief.offer.not-approved", () -> send(application));
        approve(manager, application, true, "");
        refused("debrief.reason-too-short", () -> approve(administrator, application, false, "No."));
        approve(administrator, application, false, "Over the budget of the team.");
        refused("debrief.offer.not-approved", () -> send(application));

        make(application, manager, administrator);
        refused(
                "debrief.offer.not-asked",
                () -> approve(person("Max Manager", Role.HIRING_MANAGER), application, true, ""));
        approve(manager, application, true, "");
        approve(administrator, application, true, "");
        send(application);
        as(a(Role.RECRUITER), () -> {
            offers.answer(application, true, "With pleasure.", version(application));
            return true;
        });
        assertThat(as(a(Role.RECRUITER), () -> applications.get(application))
                        .progress()
                        .state())
                .isEqualTo(Candidacy.State.HIRED);
        assertThat(happened.notices(as(a(Role.RECRUITER), () -> applications.get(application))
                        .candidate()
                        .email()))
                .anyMatch(notice -> notice.key().equals("debrief.notice.offer"));
    }

    @Test
    void isTakenBackByALaterDecision() {
        UUID application = passing();
        decide(application, Decision.Outcome.HIRE, "");
        make(application, a(Role.HIRING_MANAGER));
        moveTo(application, "debrief");
        decide(application, Decision.Outcome.HOLD, "");
        assertThat(as(a(Role.RECRUITER), () -> offers.of(application))
                        .orElseThrow()
                        .state())
                .isEqualTo(Offer.State.WITHDRAWN);
    }

    @Test
    void refusesTermsThatSomebodyElseChanged() {
        UUID application = passing();
        decide(application, Decision.Outcome.HIRE, "");
        make(application, a(Role.HIRING_MANAGER));
        int seen = version(application);
        make(application, a(Role.HIRING_MANAGER));
        refused(
                "debrief.offer.changed",
                () -> as(a(Role.HIRING_MANAGER), () -> {
                    offers.answerRequest(application, true, "", seen);
                    return true;
                }));
    }

    /** The draft cites evidence of what was strong, the next anchor for what was not, and names no interviewer. */
    @Test
    void draftsFeedbackFromTheEvidence() {
        UUID application = passing();
        refused("debrief.feedback.not-decided", () -> as(a(Role.RECRUITER), () -> feedbacks.get(application)));
        decide(application, Decision.Outcome.NO_HIRE, "The team was dissolved by then.");
        Feedback draft = as(a(Role.RECRUITER), () -> feedbacks.get(application));
        assertThat(draft.text())
                .contains(
                        "Dear Noor Rahman",
                        "- Retrieval design: Told an interviewer how retrieval was measured.",
                        "- Technical communication: the next step would be this: Weighs the parts against each other")
                .doesNotContain("Ivy", "Omar", "Bea", "Sam", "3.67");
        refused(
                "debrief.feedback.unedited",
                () -> as(a(Role.RECRUITER), () -> {
                    feedbacks.send(application, false, 0);
                    return true;
                }));
        int version = as(a(Role.RECRUITER), () -> feedbacks.save(application, draft.text() + "\n\nRita", 0));
        refused(
                "debrief.feedback.changed",
                () -> as(a(Role.HIRING_MANAGER), () -> feedbacks.save(application, "Mine", 0)));
        Person candidate = candidateOf(application);
        assertThat(as(candidate, () -> feedbacks.sentTo(application))).isEmpty();
        as(a(Role.RECRUITER), () -> {
            feedbacks.send(application, false, version);
            return true;
        });
        assertThat(as(candidate, () -> feedbacks.sentTo(application))
                        .orElseThrow()
                        .text())
                .endsWith("Rita");
        refused(
                "debrief.feedback.sent-already",
                () -> as(a(Role.RECRUITER), () -> {
                    feedbacks.send(application, true, version);
                    return true;
                }));
    }

    @Test
    void leavesNothingInTheOutboxOfSomebodyWhoIsErased() {
        UUID application = passing();
        decide(application, Decision.Outcome.HIRE, "");
        make(application, a(Role.HIRING_MANAGER));
        approve(a(Role.HIRING_MANAGER), application, true, "");
        send(application);
        Browser administrator = browser(a(Role.ADMINISTRATOR));
        assertThat(administrator.get("/outbox").body()).contains("Noor Rahman");
        UUID candidate = candidateOf(application).id();

        administrator.post(
                "/audit/people/" + candidate + "/erase", "reason", "asked by letter", "confirmation", "erase");

        assertThat(administrator.get("/outbox").body()).doesNotContain("Noor Rahman", "95,000 a year");
    }
}
