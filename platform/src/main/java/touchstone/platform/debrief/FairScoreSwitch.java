package touchstone.platform.debrief;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.AuditableEvent;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/** Whether the organisation's debriefs show fair scores beside the ratings. They enter a rule only where its
 * published plan says so, and only while they are switched on. */
@Service
@Transactional
public class FairScoreSwitch {

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    FairScoreSwitch(JdbcClient jdbc, InstantSource clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** Fair scores are shown from now on, or are not. */
    public record FairScoresSwitched(UUID entity, boolean shown) implements AuditableEvent {}

    /** Off until somebody switches it on. */
    @Transactional(readOnly = true)
    public boolean isOn() {
        return jdbc.sql("select shown from debrief.fair_score_switch where organisation_id = ?")
                .param(Acting.organisation())
                .query((row, number) -> row.getBoolean("shown"))
                .optional()
                .orElse(false);
    }

    /** @throws Refusal to anybody but an administrator */
    public void turn(boolean on) {
        if (!Acting.person().is(Role.ADMINISTRATOR)) {
            throw Refusal.forbidden("debrief.fair.not-yours");
        }
        if (isOn() == on) {
            return;
        }
        jdbc.sql("""
            insert into debrief.fair_score_switch (organisation_id, shown, changed_at, changed_by) values (?, ?, ?, ?)
            on conflict (organisation_id) do update
              set shown = excluded.shown, changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """)
                .params(Acting.organisation(), on, clock.instant().atOffset(ZoneOffset.UTC))
                .param(Acting.person().id())
                .update();
        events.publishEvent(new FairScoresSwitched(Acting.organisation(), on));
    }
}
