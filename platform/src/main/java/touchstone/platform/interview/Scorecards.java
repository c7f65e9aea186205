package touchstone.platform.interview;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.platform.hiring.Applications;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.interview.ScorecardRows.Sheet;
import touchstone.platform.interview.ScorecardRows.Submitted;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Entered;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/** Scorecards: one's own draft, and others' once they may be seen (see {@code Visibility}). */
@Service
@Transactional
public class Scorecards {

    private static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");
    private static final int LEAST_REASON = 10;
    private static final int MOST_REASON = 2000;

    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private final Applications applications;
    private final InterviewRows interviews;
    private final Room room;
    private final ScorecardRows rows;
    private final EarlyLooks looks;

    Scorecards(
            InstantSource clock,
            ApplicationEventPublisher events,
            Applications applications,
            InterviewRows interviews,
            Room room,
            ScorecardRows rows,
            EarlyLooks looks) {
        this.clock = clock;
        this.events = events;
        this.applications = applications;
        this.interviews = interviews;
        this.room = room;
        this.rows = rows;
        this.looks = looks;
    }

    /**
     * What is being filled in, and the version that the next save names.
     *
     * @param version 0 before the first save
     */
    public record Draft(ScorecardContent content, int version) {}

    /** A scorecard that is due and not there. */
    public record Missing(UUID interview, String stage, Interview.Seat author, Instant since) {}

    /**
     * What the person who acts may see of an application's scorecards now.
     *
     * @param shown submitted ones, counted and uncounted, of interviews that were not cancelled; one's own always
     * @param missing those of interviews that took place, of seats that count
     * @param hiddenBecause key of the text that says why others' are not among them; empty when they are
     */
    public record Visible(List<Scorecard> shown, List<Missing> missing, Optional<String> hiddenBecause) {
        public Visible {
            shown = List.copyOf(shown);
            missing = List.copyOf(missing);
        }
    }

    /** One's own draft of an interview in which one has a seat: a rating for each competency, open at first. */
    @Transactional(readOnly = true)
    public Draft draft(UUID interview) {
        Interview entered = room.enter(interview).interview();
        Optional<Sheet> sheet = rows.find(interview);
        ScorecardContent content = sheet.flatMap(Sheet::draft)
                .orElseGet(() -> formed(entered, new ScorecardContent(Optional.empty(), "", List.of())));
        return new Draft(content, sheet.map(Sheet::version).orElse(0));
    }

    /** One's own scorecard of an interview in its newest revision, once it was submitted. */
    @Transactional(readOnly = true)
    public Optional<Scorecard> own(UUID interview) {
        Room.Place place = room.enter(interview);
        return rows.find(interview)
                .filter(sheet -> sheet.revision().isPresent())
                .map(sheet -> scorecard(place.interview(), newest(sheet)));
    }

    /**
     * Keeps what was filled in so far. Saving the same content again changes nothing, whatever version it names, so that a
     * page may repeat a save whose answer it did not get.
     *
     * @param version that the page saw last
     * @return the version that the next save names
     * @throws Refusal when other content was saved in between, or the scorecard was submitted; what was sent is not kept,
     *     and the page still holds it
     */
    public int saveDraft(UUID interview, ScorecardContent content, int version) {
        Interview entered = room.enter(interview).open().interview();
        ScorecardContent formed = formed(entered, content);
        Sheet sheet = rows.lock(interview);
        if (sheet.draft().filter(formed::equals).isPresent()) {
            return sheet.version();
        }
        if (sheet.revision().isPresent()) {
            throw Refusal.conflict("interview.scorecard.submitted");
        }
        if (sheet.version() != version) {
            throw Refusal.conflict("interview.scorecard.changed");
        }
        rows.putDraft(sheet, formed, clock.instant());
        return version + 1;
    }

    /**
     * Submits one's scorecard: from now on only a correction changes it. Submitting the same content again changes nothing.
     *
     * @throws Refusal before the interview took place, while something is open or without evidence, when other content was
     *     saved or submitted in between
     */
    public Scorecard submit(UUID interview, ScorecardContent content, int version) {
        Room.Place place = room.enter(interview).open();
        Interview entered = place.interview();
        ScorecardContent formed = formed(entered, content);
        if (entered.state() != Interview.State.TOOK_PLACE) {
            throw Refusal.conflict("interview.scorecard.not-held");
        }
        ScorecardRules.requireComplete(formed);
        Sheet sheet = rows.lock(interview);
        if (sheet.revision().isPresent()) {
            Submitted stored = newest(sheet);
            if (stored.content().equals(formed)) {
                return scorecard(entered, stored);
            }
            throw Refusal.conflict("interview.scorecard.submitted");
        }
        boolean saved = sheet.draft().filter(formed::equals).isPresent();
        if (!saved && sheet.version() != version) {
            throw Refusal.conflict("interview.scorecard.changed");
        }
        Scorecard made = put(entered, sheet, formed, new Scorecard.Revision(1, "", now()));
        events.publishEvent(new ScorecardEvent.ScorecardSubmitted(
                made.id(),
                entered.application(),
                room.candidacy(entered).candidate().id(),
                interview,
                place.seat(),
                formed));
        return made;
    }

    /**
     * A new revision of one's own submitted scorecard. Sending the same correction again changes nothing.
     *
     * @param reason at least 10 characters
     */
    public Scorecard correct(UUID scorecard, ScorecardContent content, String reason) {
        String why = reason(reason);
        Sheet sheet = rows.lockById(scorecard)
                .filter(one -> one.revision().isPresent())
                .orElseThrow(Scorecards::missing);
        Interview entered = room.enter(sheet.interview()).open().interview();
        ScorecardContent formed = formed(entered, content);
        ScorecardRules.requireComplete(formed);
        Submitted before = newest(sheet);
        if (before.content().equals(formed)) {
            if (before.revision().reason().equals(why)) {
                return scorecard(entered, before);
            }
            throw Refusal.invalid("interview.scorecard.nothing-corrected");
        }
        Scorecard.Revision next = new Scorecard.Revision(before.revision().number() + 1, why, now());
        Scorecard made = put(entered, sheet, formed, next);
        events.publishEvent(new ScorecardEvent.ScorecardCorrected(
                scorecard,
                entered.application(),
                room.candidacy(entered).candidate().id(),
                next.number(),
                why,
                formed));
        return made;
    }

    /** What the person who acts may see of an application's scorecards. */
    @Transactional(readOnly = true)
    public Visible visible(UUID application) {
        Candidacy candidacy = candidacy(application);
        List<Interview> all = interviews.ofApplication(application);
        List<Scorecard> submitted = submitted(all, application, FOREVER);
        Optional<String> hidden = hidden(candidacy, all, submitted);
        UUID self = Acting.person().id();
        return new Visible(
                submitted.stream()
                        .filter(card ->
                                hidden.isEmpty() || card.author().account().equals(self))
                        .toList(),
                all.stream().flatMap(one -> missing(one, submitted).stream()).toList(),
                hidden);
    }

    /**
     * The newest revisions that were submitted until then, of seats that count: for recomputing a decision.
     *
     * @throws Refusal while others' scorecards are hidden from the person who acts
     */
    @Transactional(readOnly = true)
    public List<Scorecard> asOf(UUID application, Instant time) {
        Optional<String> hidden = visible(application).hiddenBecause();
        if (hidden.isPresent()) {
            throw Refusal.forbidden(hidden.get());
        }
        return submitted(interviews.ofApplication(application), application, time).stream()
                .filter(card -> card.author().capacity().counts())
                .toList();
    }

    /**
     * All revisions of a scorecard that the person who acts may see, the first one first.
     *
     * @throws Refusal when it is missing or hidden
     */
    @Transactional(readOnly = true)
    public List<Scorecard> history(UUID scorecard) {
        List<Submitted> revisions = rows.revisions(scorecard);
        if (revisions.isEmpty()) {
            throw missing();
        }
        Interview interview = interviews.get(revisions.getFirst().interview());
        if (visible(interview.application()).shown().stream()
                .noneMatch(card -> card.id().equals(scorecard))) {
            throw missing();
        }
        return revisions.stream().map(one -> scorecard(interview, one)).toList();
    }

    /**
     * Opens ratings before the debrief to the person who acts: deliberate, with a reason, and on record. It does not spare
     * anybody who rates from submitting first.
     *
     * @param reason at least 10 characters
     */
    public void lookEarly(UUID application, String reason) {
        if (!Acting.person().isAny(Role.HIRING_MANAGER, Role.ADMINISTRATOR)) {
            throw Refusal.forbidden("interview.early.not-yours");
        }
        String why = reason(reason);
        Optional<String> hidden = visible(application).hiddenBecause();
        if (hidden.isEmpty()) {
            return;
        }
        if (hidden.get().equals(Visibility.OWN_FIRST)) {
            throw Refusal.forbidden(Visibility.OWN_FIRST);
        }
        looks.put(application, why);
        events.publishEvent(new ScorecardEvent.RatingsSeenEarly(
                application,
                candidacy(application).candidate().id(),
                Acting.person().id(),
                why));
    }

    /** Who opened ratings of an application before they were due; for everybody who may see the application. */
    @Transactional(readOnly = true)
    public List<EarlyLook> earlyLooks(UUID application) {
        return looks.of(candidacy(application).id());
    }

    private Candidacy candidacy(UUID application) {
        if (Acting.person().is(Role.CANDIDATE)) {
            throw missing();
        }
        return applications.get(application);
    }

    private Optional<String> hidden(Candidacy candidacy, List<Interview> all, List<Scorecard> submitted) {
        boolean debrief = Visibility.debriefReached(candidacy);
        boolean looked = looks.has(candidacy.id());
        Optional<String> hidden =
                Visibility.hiddenBecause(Visibility.own(Acting.person().id(), all, submitted), debrief, looked);
        boolean waits = !debrief && !looked && Visibility.onlyArranges(Acting.person());
        return hidden.isEmpty() && waits ? Optional.of(Visibility.BEFORE_DEBRIEF) : hidden;
    }

    private List<Scorecard> submitted(List<Interview> all, UUID application, Instant until) {
        var known = all.stream()
                .filter(one -> one.state() != Interview.State.CANCELLED)
                .collect(Collectors.toMap(Interview::id, one -> one));
        return rows.ofApplication(application, until).stream()
                .filter(one -> known.containsKey(one.interview()))
                .map(one -> scorecard(java.util.Objects.requireNonNull(known.get(one.interview())), one))
                .toList();
    }

    private static List<Missing> missing(Interview interview, List<Scorecard> submitted) {
        if (interview.state() != Interview.State.TOOK_PLACE) {
            return List.of();
        }
        return interview.seats().stream()
                .filter(seat -> seat.capacity().counts())
                .filter(seat -> submitted.stream()
                        .noneMatch(card -> card.interview().equals(interview.id())
                                && card.author().account().equals(seat.account())))
                .map(seat -> new Missing(
                        interview.id(),
                        interview.stage(),
                        seat,
                        interview.slot().endsAt()))
                .toList();
    }

    private ScorecardContent formed(Interview interview, ScorecardContent content) {
        return ScorecardRules.formed(content, room.stage(interview).competencies(), rows.ownNotes(interview.id()));
    }

    private Scorecard put(Interview interview, Sheet sheet, ScorecardContent content, Scorecard.Revision revision) {
        rows.putDraft(sheet, content, clock.instant());
        rows.putRevision(sheet, content, revision);
        return scorecard(
                interview,
                new Submitted(sheet.id(), interview.id(), Acting.person().id(), content, revision));
    }

    private Submitted newest(Sheet sheet) {
        return rows.revisions(sheet.id()).getLast();
    }

    private static Scorecard scorecard(Interview interview, Submitted stored) {
        Interview.Seat author = interview.seats().stream()
                .filter(seat -> seat.account().equals(stored.author()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a scorecard of " + interview.id() + " has no seat"));
        return new Scorecard(
                stored.scorecard(), interview.id(), interview.stage(), author, stored.content(), stored.revision());
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String reason(String reason) {
        String why = Entered.required("Reason", reason, MOST_REASON);
        if (why.length() < LEAST_REASON) {
            throw Refusal.invalid("interview.reason-too-short", LEAST_REASON);
        }
        return why;
    }

    private static Refusal missing() {
        return Refusal.missing("interview.scorecard.missing");
    }
}
