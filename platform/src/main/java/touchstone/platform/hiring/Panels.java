package touchstone.platform.hiring;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import touchstone.platform.identity.Account;
import touchstone.platform.identity.Accounts;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/** Who is on an application. */
@Component
final class Panels {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    Panels(JdbcClient jdbc, Accounts accounts, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.events = events;
    }

    private record Place(UUID account, Participant.Capacity capacity) {}

    /** A bar raiser has that role, and does not lead the team that hires (R-STAGE-5). */
    void add(Candidacy candidacy, UUID account, Participant.Capacity capacity) {
        Account known = accounts.find(account).orElseThrow(() -> Refusal.missing("hiring.application.no-such-person"));
        if (!known.active()) {
            throw Refusal.conflict("hiring.application.not-active", known.name());
        }
        if (capacity == Participant.Capacity.BAR_RAISER
                && (!known.person().is(Role.BAR_RAISER)
                        || account.equals(candidacy.opening().hiringManager()))) {
            throw Refusal.invalid("hiring.application.no-bar-raiser", known.name());
        }
        int added = jdbc.sql("""
            insert into hiring.participant (organisation_id, application_id, account_id, capacity)
            values (?, ?, ?, ?) on conflict do nothing
            """)
                .params(Acting.organisation(), candidacy.id(), account, capacity.name())
                .update();
        if (added > 0) {
            events.publishEvent(new ApplicationEvent.ParticipantAdded(
                    candidacy.id(), candidacy.candidate().id(), account, capacity));
        }
    }

    void remove(Candidacy candidacy, UUID account, Participant.Capacity capacity) {
        if (capacity == Participant.Capacity.HIRING_MANAGER
                && account.equals(candidacy.opening().hiringManager())) {
            throw Refusal.invalid("hiring.application.hiring-manager-stays");
        }
        int removed = jdbc.sql("""
            delete from hiring.participant
            where organisation_id = ? and application_id = ? and account_id = ? and capacity = ?
            """)
                .params(Acting.organisation(), candidacy.id(), account, capacity.name())
                .update();
        if (removed == 0) {
            throw Refusal.missing("hiring.application.no-such-person");
        }
        events.publishEvent(new ApplicationEvent.ParticipantRemoved(
                candidacy.id(), candidacy.candidate().id(), account, capacity));
    }

    List<Participant> of(UUID application) {
        List<Place> places = jdbc.sql("""
            select account_id, capacity from hiring.participant where organisation_id = ? and application_id = ?
            """)
                .params(Acting.organisation(), application)
                .query((row, number) -> new Place(
                        row.getObject("account_id", UUID.class),
                        Participant.Capacity.valueOf(row.getString("capacity"))))
                .list();
        Map<UUID, String> names =
                accounts.names(places.stream().map(Place::account).collect(Collectors.toSet()));
        return places.stream()
                .map(place ->
                        new Participant(place.account(), names.getOrDefault(place.account(), "?"), place.capacity()))
                .sorted(Comparator.comparing(Participant::capacity).thenComparing(Participant::name))
                .toList();
    }
}
