package touchstone.platform.interview;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import touchstone.catalogue.content.PlanStage;
import touchstone.platform.hiring.Pools;
import touchstone.platform.identity.Account;
import touchstone.platform.identity.Accounts;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/** Who may take which seat. */
@Component
final class SeatRules {

    private static final int MOST_SEATS = 12;

    private final Accounts accounts;
    private final Pools pools;

    SeatRules(Accounts accounts, Pools pools) {
        this.accounts = accounts;
        this.pools = pools;
    }

    /**
     * @throws Refusal when nobody's rating would count, or somebody cannot take the seat: for want of the role, or because
     *     they are still in training in the stage's pool
     */
    void check(PlanStage stage, Map<UUID, Interview.Seat.Capacity> seats) {
        if (seats.values().stream().noneMatch(Interview.Seat.Capacity::counts)) {
            throw Refusal.invalid("interview.seat.nobody");
        }
        if (seats.size() > MOST_SEATS) {
            throw Refusal.invalid("interview.seat.too-many", MOST_SEATS);
        }
        Set<UUID> training = inTraining(stage.pool());
        Map<UUID, Account> known = accounts.all().stream().collect(Collectors.toMap(Account::id, Function.identity()));
        seats.forEach((id, capacity) -> {
            Account account = known.get(id);
            if (account == null || !account.active()) {
                throw Refusal.invalid("interview.seat.unknown");
            }
            if (!fits(account, capacity)) {
                throw Refusal.invalid("interview.seat.not-for", account.name());
            }
            if (capacity.counts() && training.contains(id)) {
                throw Refusal.invalid("interview.seat.in-training", account.name());
            }
        });
    }

    private Set<UUID> inTraining(PlanStage.Pool pool) {
        return pool == PlanStage.Pool.NONE
                ? Set.of()
                : pools.members(pool).stream()
                        .filter(member -> member.training() == Pools.Training.SHADOW)
                        .map(Pools.Member::account)
                        .collect(Collectors.toSet());
    }

    private static boolean fits(Account account, Interview.Seat.Capacity capacity) {
        return switch (capacity) {
            case BAR_RAISER -> account.person().is(Role.BAR_RAISER);
            case INTERVIEWER, SHADOW ->
                account.person().isAny(Role.INTERVIEWER, Role.BAR_RAISER, Role.HIRING_MANAGER, Role.RECRUITER);
        };
    }
}
