package touchstone.platform.debrief.offer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import touchstone.platform.debrief.Offer;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.identity.Account;

/**
 * The offer of one application.
 *
 * @param approvers whom approval can be asked of
 * @param may what the reader may do now
 */
public record OfferView(Candidacy candidacy, Optional<Offer> offer, List<Account> approvers, May may) {

    public OfferView {
        approvers = List.copyOf(approvers);
    }

    /** What the reader may do now. */
    public record May(boolean write, boolean approve, boolean send, boolean answer) {}

    public String path() {
        return "/applications/" + candidacy.id() + "/offer";
    }

    /** Whether this person's approval was asked for before. */
    public boolean asked(UUID account) {
        return offer.stream()
                .flatMap(one -> one.approvals().stream())
                .anyMatch(approval -> approval.account().equals(account));
    }

    public int version() {
        return offer.map(Offer::version).orElse(0);
    }
}
