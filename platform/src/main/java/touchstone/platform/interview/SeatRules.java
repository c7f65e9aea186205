package touchstone.platform.interview;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import touchstone.platform.identity.Account;
import touchstone.platform.identity.Accounts;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/** Who may take which seat. */
@Component
final class SeatRules {

    private static final int MOST_SEATS = 12;

    private final Accounts accounts;

    SeatRules(Accounts accounts) {
        this.accounts = accounts;
    }

    /** @throws Refusal when nobody's rating would count, or somebody cannot take the seat */
    void check(Map<UUID, Interview.Seat.Capacity> seats) {
        if (seats.values().stream().noneMatch(Interview.Seat.Capacity::counts)) {
            throw Refusal.invalid("interview.seat.nobody");
        }
        if (seats.size() > MOST_SEATS) {
            throw Refusal.invalid("interview.seat.too-many", MOST_SEATS);
        }
        Map<UUID, Account> known = accounts.all().stream().collect(Collectors.toMap(Account::id, Function.identity()));
        seats.forEach((id, capacity) -> {
            Account account = known.get(id);
            if (account == null || !account.active()) {
                throw Refusal.invalid("interview.seat.unknown");
            }
            if (!fits(account, capacity)) {
                throw Refusal.invalid("interview.seat.not-for", account.name());
            }
        });
    }

    private static boolean fits(Account account, Interview.Seat.Capacity capacity) {
        return switch (capacity) {
            case BAR_RAISER -> account.person().is(Role.BAR_RAISER);
            case INTERVIEWER, SHADOW ->
                account.person().isAny(Role.INTERVIEWER, Role.BAR_RAISER, Role.HIRING_MANAGER, Role.RECRUITER);
        };
    }
}
