package touchstone.platform.debrief.offer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import touchstone.platform.debrief.Decision;
import touchstone.platform.debrief.Decisions;
import touchstone.platform.debrief.Offer;
import touchstone.platform.debrief.Offers;
import touchstone.platform.hiring.Applications;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

/** The offer to one candidate. */
@Controller
class OfferController {

    private final Offers offers;
    private final Decisions decisions;
    private final Applications applications;

    OfferController(Offers offers, Decisions decisions, Applications applications) {
        this.offers = offers;
        this.decisions = decisions;
        this.applications = applications;
    }

    /** Terms and whom to ask. */
    record Terms(@Nullable String terms, @Nullable List<UUID> approvers, int version) {}

    /** Yes or no, with the reason. */
    record Answer(boolean yes, @Nullable String reason, int version) {
        String why() {
            return reason == null ? "" : reason;
        }
    }

    @GetMapping("/applications/{id}/offer")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    ModelAndView page(@PathVariable UUID id) {
        Candidacy candidacy = applications.get(id);
        Optional<Offer> offer = offers.of(id);
        List<Decision> made = decisions.all(id);
        boolean hired = !made.isEmpty() && made.getLast().outcome().hires();
        return Screen.of(
                "debrief/offer/offer",
                new OfferView(candidacy, offer, offers.approvers(), may(candidacy.isActive() && hired, offer)));
    }

    private static OfferView.May may(boolean open, Optional<Offer> offer) {
        Optional<Offer.State> state = offer.map(Offer::state);
        UUID self = Acting.person().id();
        boolean asked = offer.stream()
                .flatMap(one -> one.approvals().stream())
                .anyMatch(approval -> approval.account().equals(self));
        return new OfferView.May(
                open
                        && state.filter(one -> one == Offer.State.SENT || one == Offer.State.ACCEPTED)
                                .isEmpty(),
                open && asked && state.filter(one -> one == Offer.State.DRAFT).isPresent(),
                open && state.filter(one -> one == Offer.State.APPROVED).isPresent(),
                open && state.filter(one -> one == Offer.State.SENT).isPresent());
    }

    @PostMapping("/applications/{id}/offer")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    String write(@PathVariable UUID id, @ModelAttribute Terms form, RedirectAttributes redirect) {
        Set<UUID> asked = form.approvers() == null ? Set.of() : Set.copyOf(form.approvers());
        offers.make(id, form.terms() == null ? "" : form.terms(), asked, form.version());
        return Screen.said(redirect, "/applications/" + id + "/offer", "debrief.offer.made-now");
    }

    @PostMapping("/applications/{id}/offer/approval")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    String approve(@PathVariable UUID id, @ModelAttribute Answer form, RedirectAttributes redirect) {
        offers.answerRequest(id, form.yes(), form.why(), form.version());
        return Screen.said(redirect, "/applications/" + id + "/offer", "debrief.offer.approval-recorded");
    }

    @PostMapping("/applications/{id}/offer/send")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    String send(@PathVariable UUID id, @RequestParam int version, RedirectAttributes redirect) {
        offers.send(id, version);
        return Screen.said(redirect, "/applications/" + id + "/offer", "debrief.offer.sent-now");
    }

    @PostMapping("/applications/{id}/offer/answer")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    String answer(@PathVariable UUID id, @ModelAttribute Answer form, RedirectAttributes redirect) {
        offers.answer(id, form.yes(), form.why(), form.version());
        return Screen.said(redirect, "/applications/" + id + "/offer", "debrief.offer.answer-recorded");
    }
}
