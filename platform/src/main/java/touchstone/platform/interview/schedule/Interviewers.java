package touchstone.platform.interview.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import touchstone.catalogue.content.PlanStage;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.hiring.Opening;
import touchstone.platform.hiring.Openings;
import touchstone.platform.hiring.Pools;
import touchstone.platform.identity.Account;
import touchstone.platform.identity.Accounts;
import touchstone.platform.interview.Interview;
import touchstone.platform.interview.Workload;
import touchstone.platform.shared.Role;

/** Who could hold an interview, and what speaks against it. */
@Component
final class Interviewers {

    private static final int MORNING = 7;
    private static final int EVENING = 21;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);

    private final Accounts accounts;
    private final Pools pools;
    private final Openings openings;
    private final Workload workload;

    Interviewers(Accounts accounts, Pools pools, Openings openings, Workload workload) {
        this.accounts = accounts;
        this.pools = pools;
        this.openings = openings;
        this.workload = workload;
    }

    /** The stage's pool, and everybody else who may interview; both by name. */
    record Choice(List<ScheduleView.Row> pool, List<ScheduleView.Row> others) {}

    Choice of(Candidacy candidacy, PlanStage stage, Interview.Slot slot) {
        Map<UUID, Workload.Week> weeks = workload.around(slot);
        Set<UUID> leaders = openings.all().stream()
                .filter(opening -> opening.team().equals(candidacy.opening().team()))
                .map(Opening::hiringManager)
                .collect(Collectors.toSet());
        List<Account> able = accounts.with(Role.INTERVIEWER, Role.BAR_RAISER, Role.HIRING_MANAGER, Role.RECRUITER);
        Map<UUID, Account> known = able.stream().collect(Collectors.toMap(Account::id, Function.identity()));
        List<Pools.Member> members = stage.pool() == PlanStage.Pool.NONE ? List.of() : pools.members(stage.pool());
        Set<UUID> inPool = members.stream().map(Pools.Member::account).collect(Collectors.toSet());
        List<ScheduleView.Row> pool = members.stream()
                .filter(member -> known.containsKey(member.account()))
                .map(member -> row(
                        java.util.Objects.requireNonNull(known.get(member.account())),
                        member.training(),
                        member.mostAWeek(),
                        slot,
                        weeks,
                        leaders))
                .toList();
        List<ScheduleView.Row> others = able.stream()
                .filter(account -> !inPool.contains(account.id()))
                .map(account -> row(account, Pools.Training.APPROVED, 0, slot, weeks, leaders))
                .toList();
        return new Choice(pool, others);
    }

    private static ScheduleView.Row row(
            Account account,
            Pools.Training training,
            int most,
            Interview.Slot slot,
            Map<UUID, Workload.Week> weeks,
            Set<UUID> leaders) {
        Workload.Week week = weeks.getOrDefault(account.id(), Workload.Week.FREE);
        return new ScheduleView.Row(
                account.id(),
                account.name(),
                when(slot.startsAt(), account.zone()),
                training,
                new ScheduleView.Week(week.interviews(), most),
                new ScheduleView.Signs(
                        week.clash(),
                        unusual(slot.startsAt(), account.zone()),
                        account.person().is(Role.BAR_RAISER),
                        leaders.contains(account.id())));
    }

    static String when(Instant instant, ZoneId zone) {
        return WHEN.format(instant.atZone(zone)) + " " + zone.getId();
    }

    static boolean unusual(Instant instant, ZoneId zone) {
        int hour = instant.atZone(zone).getHour();
        return hour < MORNING || hour >= EVENING;
    }
}
