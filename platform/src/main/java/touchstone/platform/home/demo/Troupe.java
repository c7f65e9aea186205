package touchstone.platform.home.demo;

import java.util.List;
import java.util.Map;
import touchstone.catalogue.content.PlanStage;
import touchstone.platform.identity.Account;
import touchstone.platform.shared.Role;

/** The example organisation's people with their accounts. */
record Troupe(Map<Cast.Colleague, Account> people) {

    Account one(Role role) {
        return with(role).getFirst();
    }

    private List<Account> with(Role role) {
        return people.values().stream()
                .filter(account -> account.roles().contains(role))
                .toList();
    }

    List<Account> pool(PlanStage.Pool pool) {
        return switch (pool) {
            case RECRUITERS -> with(Role.RECRUITER);
            case ENGINEERS ->
                with(Role.INTERVIEWER).stream()
                        .filter(account -> !account.roles().contains(Role.BAR_RAISER))
                        .filter(account -> !account.roles().contains(Role.HIRING_MANAGER))
                        .toList();
            case HIRING_MANAGERS -> with(Role.HIRING_MANAGER);
            case BAR_RAISERS -> with(Role.BAR_RAISER);
            case NONE -> List.of();
        };
    }

    Cast.Colleague colleague(Account account) {
        return people.entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(account.id()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
