package touchstone.platform.shared;

import java.util.Optional;
import java.util.UUID;

/** Who acts on this thread. It is bound once per request or job, and every transaction takes its organisation from it. */
public final class Acting {

    private static final ScopedValue<Person> PERSON = ScopedValue.newInstance();

    private Acting() {}

    /** Does the work as this person. */
    public static <T, X extends Throwable> T as(Person person, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(PERSON, person).call(work);
    }

    /** Does the work as this person. */
    public static void run(Person person, Runnable work) {
        ScopedValue.where(PERSON, person).run(work);
    }

    /** The person who acts, if anybody has signed in. */
    public static Optional<Person> maybe() {
        return PERSON.isBound() ? Optional.of(PERSON.get()) : Optional.empty();
    }

    /** The person who acts. */
    public static Person person() {
        return maybe().orElseThrow(() -> new IllegalStateException("nobody acts on this thread"));
    }

    /** The organisation of the person who acts. */
    public static UUID organisation() {
        return person().organisation();
    }
}
