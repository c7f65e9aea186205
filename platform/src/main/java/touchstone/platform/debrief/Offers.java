package touchstone.platform.debrief;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.platform.hiring.Applications;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.identity.Account;
import touchstone.platform.identity.Accounts;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Entered;
import touchstone.platform.shared.Ids;
import touchstone.platform.shared.Notice;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/** Terms for a candidate who is to be hired: approved by everybody who is asked, then sent, then answered. */
@Service
@Transactional
public class Offers {

    private static final int MOST_TERMS = 4000;
    private static final int MOST_REASON = 2000;
    private static final int MOST_APPROVERS = 10;

    private final Ids ids;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private final Round round;
    private final DecisionRows decisions;
    private final OfferRows rows;
    private final Accounts accounts;
    private final Applications applications;

    Offers(
            Ids ids,
            InstantSource clock,
            ApplicationEventPublisher events,
            Round round,
            DecisionRows decisions,
            OfferRows rows,
            Accounts accounts,
            Applications applications) {
        this.ids = ids;
        this.clock = clock;
        this.events = events;
        this.round = round;
        this.decisions = decisions;
        this.rows = rows;
        this.accounts = accounts;
        this.applications = applications;
    }

    /** The offer of an application, for those who may work on it. */
    @Transactional(readOnly = true)
    public Optional<Offer> of(UUID application) {
        requireStaff();
        return rows.find(round.candidacy(application).id());
    }

    /** Whom approval can be asked of: hiring managers and administrators, but not the person who acts. */
    @Transactional(readOnly = true)
    public List<Account> approvers() {
        return accounts.with(Role.HIRING_MANAGER, Role.ADMINISTRATOR).stream()
                .filter(account -> !account.id().equals(Acting.person().id()))
                .toList();
    }

    /**
     * Writes the terms and asks for approval. Writing them again, before they are sent or after they were declined, asks
     * everybody anew.
     *
     * @param version of the offer; 0 for the first
     * @throws Refusal without a decision to hire, without an approver, or when it was changed or sent in between
     */
    public void make(UUID application, String terms, Set<UUID> approvers, int version) {
        Candidacy candidacy = working(application);
        if (decisions.last(application).filter(last -> last.outcome().hires()).isEmpty()) {
            throw Refusal.conflict("debrief.offer.no-decision");
        }
        String written = Entered.required("Terms", terms, MOST_TERMS);
        List<Account> asked = approvers().stream()
                .filter(account -> approvers.contains(account.id()))
                .toList();
        if (asked.isEmpty() || asked.size() != approvers.size() || asked.size() > MOST_APPROVERS) {
            throw Refusal.invalid("debrief.offer.approvers");
        }
        Instant now = clock.instant();
        Optional<Offer> before = rows.find(application);
        UUID id = before.map(Offer::id).orElseGet(ids::next);
        if (before.isEmpty()) {
            rows.add(id, application, written, now);
        } else {
            requireWritable(before.get());
            rows.rewrite(id, written, now, version);
        }
        for (Account account : asked) {
            rows.ask(id, account.id());
            events.publishEvent(new Notice(
                    account.email(),
                    account.name(),
                    "debrief.notice.approval",
                    List.of(candidacy.opening().title(), candidacy.candidate().name()),
                    Optional.of("/applications/" + application + "/offer"),
                    Optional.empty(),
                    Optional.of(candidacy.candidate().id())));
        }
        events.publishEvent(new DebriefEvent.OfferMade(
                id,
                application,
                candidacy.candidate().id(),
                written,
                asked.stream().map(Account::id).toList()));
    }

    private static void requireWritable(Offer offer) {
        switch (offer.state()) {
            case DRAFT, APPROVED, DECLINED, WITHDRAWN -> {}
            case SENT, ACCEPTED -> throw Refusal.conflict("debrief.offer.sent-already");
        }
    }

    /**
     * Says yes or no to the terms that one is asked about.
     *
     * @param reason at least 10 characters for a refusal
     * @param version of the offer whose terms were read
     */
    public void answerRequest(UUID application, boolean approve, String reason, int version) {
        Candidacy candidacy = working(application);
        Offer offer = get(application, version);
        UUID self = Acting.person().id();
        if (offer.approvals().stream().noneMatch(one -> one.account().equals(self))) {
            throw Refusal.forbidden("debrief.offer.not-asked");
        }
        if (offer.state() != Offer.State.DRAFT) {
            throw Refusal.conflict("debrief.offer.not-open");
        }
        String why = approve
                ? Entered.optional("Reason", reason, MOST_REASON)
                : Reasons.required("Reason", reason, MOST_REASON);
        Instant now = clock.instant();
        rows.give(offer.id(), self, new Offer.Given(approve, why, now));
        Offer after = rows.find(application).orElseThrow();
        boolean all = after.approvals().stream()
                .allMatch(one -> one.given().filter(Offer.Given::approved).isPresent());
        rows.put(after, all ? Offer.State.APPROVED : Offer.State.DRAFT, now, "");
        UUID candidate = candidacy.candidate().id();
        events.publishEvent(
                approve
                        ? new DebriefEvent.OfferApproved(offer.id(), application, candidate, self, why)
                        : new DebriefEvent.OfferRefused(offer.id(), application, candidate, self, why));
    }

    /** Sends it to the candidate. */
    public void send(UUID application, int version) {
        Candidacy candidacy = working(application);
        Offer offer = get(application, version);
        if (offer.state() != Offer.State.APPROVED) {
            throw Refusal.conflict("debrief.offer.not-approved");
        }
        if (decisions.last(application).filter(last -> last.outcome().hires()).isEmpty()) {
            throw Refusal.conflict("debrief.offer.no-decision");
        }
        rows.put(offer, Offer.State.SENT, clock.instant(), "");
        events.publishEvent(new Notice(
                candidacy.candidate().email(),
                candidacy.candidate().name(),
                "debrief.notice.offer",
                List.of(candidacy.opening().title(), offer.terms()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(candidacy.candidate().id())));
        events.publishEvent(new DebriefEvent.OfferSent(
                offer.id(), application, candidacy.candidate().id()));
    }

    /**
     * Records what the candidate answered, which ends the application.
     *
     * @param note in the candidate's words; may be empty
     */
    public void answer(UUID application, boolean accepted, String note, int version) {
        Candidacy candidacy = working(application);
        Offer offer = get(application, version);
        if (offer.state() != Offer.State.SENT) {
            throw Refusal.conflict("debrief.offer.not-sent");
        }
        String said = Entered.optional("Note", note, MOST_REASON);
        rows.put(offer, accepted ? Offer.State.ACCEPTED : Offer.State.DECLINED, clock.instant(), said);
        events.publishEvent(new DebriefEvent.OfferAnswered(
                offer.id(), application, candidacy.candidate().id(), accepted, said));
        applications.close(
                application,
                accepted ? Candidacy.State.HIRED : Candidacy.State.WITHDRAWN,
                accepted ? "Offer accepted" : "Offer declined",
                candidacy.version());
    }

    /** Takes back what has not been accepted, because a later decision is no hire. */
    void withdraw(Candidacy candidacy) {
        rows.find(candidacy.id()).ifPresent(offer -> {
            switch (offer.state()) {
                case DRAFT, APPROVED, SENT -> {
                    rows.put(offer, Offer.State.WITHDRAWN, clock.instant(), "");
                    events.publishEvent(new DebriefEvent.OfferWithdrawn(
                            offer.id(), candidacy.id(), candidacy.candidate().id()));
                }
                case ACCEPTED, DECLINED, WITHDRAWN -> {}
            }
        });
    }

    private Candidacy working(UUID application) {
        requireStaff();
        Candidacy candidacy = round.open(application);
        if (!candidacy.isActive()) {
            throw Refusal.conflict("debrief.offer.ended");
        }
        return candidacy;
    }

    private Offer get(UUID application, int version) {
        Offer offer = rows.find(application).orElseThrow(() -> Refusal.missing("debrief.offer.missing"));
        if (offer.version() != version) {
            throw Refusal.conflict("debrief.offer.changed");
        }
        return offer;
    }

    private static void requireStaff() {
        if (!Acting.person().isAny(Role.HIRING_MANAGER, Role.RECRUITER, Role.ADMINISTRATOR)) {
            throw Refusal.forbidden("debrief.offer.not-yours");
        }
    }
}
