package touchstone.platform.interview;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Interviews of the organisation, as far as the person who acts may see them. */
@Service
@Transactional
public class Interviews {

    public UUID schedule(
            UUID application, String stage, Interview.Slot slot, Map<UUID, Interview.Seat.Capacity> seats) {
        throw new UnsupportedOperationException();
    }

    public void reschedule(UUID interview, Interview.Slot slot, int version) {
        throw new UnsupportedOperationException();
    }

    public void cancel(UUID interview, int version) {
        throw new UnsupportedOperationException();
    }

    public void tookPlace(UUID interview, int version) {
        throw new UnsupportedOperationException();
    }

    public void noShow(UUID interview, int version) {
        throw new UnsupportedOperationException();
    }

    @Transactional(readOnly = true)
    public Interview get(UUID interview) {
        throw new UnsupportedOperationException();
    }

    @Transactional(readOnly = true)
    public List<Interview> ofApplication(UUID application) {
        throw new UnsupportedOperationException();
    }

    /** Those in which the person who acts has a seat, the next first. */
    @Transactional(readOnly = true)
    public List<Interview> mine(Instant from) {
        throw new UnsupportedOperationException();
    }
}
