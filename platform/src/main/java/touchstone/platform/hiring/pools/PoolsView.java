package touchstone.platform.hiring.pools;

import java.util.List;
import touchstone.catalogue.content.PlanStage.Pool;
import touchstone.platform.hiring.Pools;
import touchstone.platform.identity.Account;

/**
 * Every pool with its members.
 *
 * @param people who could be in one
 */
public record PoolsView(List<Section> sections, List<Account> people) {

    /** One pool. */
    public record Section(Pool pool, List<Pools.Member> members) {

        public Section {
            members = List.copyOf(members);
        }

        public String path() {
            return "/pools/" + pool;
        }

        public boolean has(Account account) {
            return members.stream().anyMatch(member -> member.account().equals(account.id()));
        }
    }

    public PoolsView {
        sections = List.copyOf(sections);
        people = List.copyOf(people);
    }
}
