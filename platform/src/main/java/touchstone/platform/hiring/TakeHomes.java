package touchstone.platform.hiring;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The take-home stage: sent, due, handed in. */
@Service
@Transactional
public class TakeHomes {

    public void send(UUID application, String stage, Instant dueAt) {
        throw new UnsupportedOperationException();
    }

    public void handIn(UUID application, String stage, TakeHome.HandedIn work, int version) {
        throw new UnsupportedOperationException();
    }

    @Transactional(readOnly = true)
    public List<TakeHome> of(UUID application) {
        throw new UnsupportedOperationException();
    }
}
