package touchstone.platform.interview;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import touchstone.platform.hiring.ApplicationEvent;
import touchstone.platform.hiring.Applications;
import touchstone.platform.hiring.Participant;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Refusal;

/** Keeps those on an application who have a seat in one of its interviews, and nobody who lost it. */
@Component
final class SeatHolders {

    private final Applications applications;
    private final InterviewRows interviews;
    private final JdbcClient jdbc;

    SeatHolders(Applications applications, InterviewRows interviews, JdbcClient jdbc) {
        this.applications = applications;
        this.interviews = interviews;
        this.jdbc = jdbc;
    }

    void involve(UUID application, UUID account, Interview.Seat.Capacity capacity) {
        applications.involve(application, account, participation(capacity));
    }

    /** @throws Refusal when somebody has written in the room or the scorecard, which nobody could read any more */
    void requireNothingWritten(UUID interview, List<Interview.Seat> lost) {
        for (Interview.Seat seat : lost) {
            boolean written = jdbc.sql("""
                select exists (select from interview.note where organisation_id = :organisation
                               and interview_id = :interview and author = :author)
                    or exists (select from interview.scorecard where organisation_id = :organisation
                               and interview_id = :interview and author = :author and draft is not null)
                """)
                    .param("organisation", Acting.organisation())
                    .param("interview", interview)
                    .param("author", seat.account())
                    .query((row, number) -> row.getBoolean(1))
                    .single();
            if (written) {
                throw Refusal.conflict("interview.seat.written", seat.name());
            }
        }
    }

    /** Takes those off the application who lost these seats and have no other in it that was not cancelled. */
    void release(UUID application, List<Interview.Seat> lost) {
        Set<UUID> seated = interviews.ofApplication(application).stream()
                .filter(one -> one.state() != Interview.State.CANCELLED)
                .flatMap(one -> one.seats().stream())
                .map(Interview.Seat::account)
                .collect(Collectors.toSet());
        List<Participant> participants = applications.participants(application);
        for (Interview.Seat seat : lost) {
            Participant.Capacity capacity = participation(seat.capacity());
            boolean listed = participants.stream()
                    .anyMatch(one -> one.account().equals(seat.account()) && one.capacity() == capacity);
            if (listed && !seated.contains(seat.account())) {
                applications.release(application, seat.account(), capacity);
            }
        }
    }

    /**
     * Somebody is taken off an application.
     *
     * @throws Refusal while they have a seat in an interview that is to come: they could not enter its room
     */
    @EventListener
    void removed(ApplicationEvent.ParticipantRemoved removed) {
        interviews.ofApplication(removed.entity()).stream()
                .filter(one -> one.state() == Interview.State.SCHEDULED)
                .flatMap(one -> one.seats().stream())
                .filter(seat -> seat.account().equals(removed.account())
                        && participation(seat.capacity()) == removed.capacity())
                .findFirst()
                .ifPresent(seat -> {
                    throw Refusal.conflict("interview.seat.kept", seat.name());
                });
    }

    private static Participant.Capacity participation(Interview.Seat.Capacity capacity) {
        return switch (capacity) {
            case INTERVIEWER -> Participant.Capacity.INTERVIEWER;
            case SHADOW -> Participant.Capacity.SHADOW;
            case BAR_RAISER -> Participant.Capacity.BAR_RAISER;
        };
    }
}
