package touchstone.platform.hiring.pools;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import touchstone.catalogue.content.PlanStage.Pool;
import touchstone.platform.hiring.Pools;
import touchstone.platform.identity.Account;
import touchstone.platform.identity.Accounts;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.NavigationEntry;
import touchstone.platform.shell.Screen;

/** Who interviews, by pool. */
@Controller
class PoolsController {

    private static final int PLACE = 60;

    private final Pools pools;
    private final Accounts accounts;

    PoolsController(Pools pools, Accounts accounts) {
        this.pools = pools;
        this.accounts = accounts;
    }

    @Bean
    static NavigationEntry poolsEntry() {
        return new NavigationEntry(
                PLACE,
                "/pools",
                "hiring.pool.navigation",
                Set.of(Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR));
    }

    @GetMapping("/pools")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    ModelAndView page() {
        List<PoolsView.Section> sections = Arrays.stream(Pool.values())
                .filter(pool -> pool != Pool.NONE)
                .map(pool -> new PoolsView.Section(pool, pools.members(pool)))
                .toList();
        return Screen.of(
                "hiring/pools/pools",
                new PoolsView(
                        sections,
                        accounts.all().stream().filter(Account::active).toList()));
    }

    @PostMapping("/pools/{pool}")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    String put(
            @PathVariable String pool,
            @RequestParam UUID account,
            @RequestParam Pools.Training training,
            @RequestParam int mostAWeek,
            RedirectAttributes redirect) {
        pools.put(pool(pool), account, training, mostAWeek);
        return Screen.said(redirect, "/pools", "hiring.pool.kept");
    }

    @PostMapping("/pools/{pool}/{account}/remove")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    String remove(@PathVariable String pool, @PathVariable UUID account, RedirectAttributes redirect) {
        pools.remove(pool(pool), account);
        return Screen.said(redirect, "/pools", "hiring.pool.removed");
    }

    private static Pool pool(String id) {
        return Arrays.stream(Pool.values())
                .filter(pool -> pool != Pool.NONE && pool.toString().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.missing("hiring.pool.missing"));
    }
}
