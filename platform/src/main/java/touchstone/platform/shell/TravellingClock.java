package touchstone.platform.shell;

import java.time.Instant;
import java.time.InstantSource;

/** The application's time. Work that fills in the past, such as the example organisation, runs {@link #at} its time. */
public final class TravellingClock implements InstantSource {

    private static final ScopedValue<Instant> TIME = ScopedValue.newInstance();

    private final InstantSource present;

    public TravellingClock(InstantSource present) {
        this.present = present;
    }

    /** Does the work as if it were that time. */
    public static <T, X extends Throwable> T at(Instant time, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(TIME, time).call(work);
    }

    @Override
    public Instant instant() {
        return TIME.isBound() ? TIME.get() : present.instant();
    }
}
