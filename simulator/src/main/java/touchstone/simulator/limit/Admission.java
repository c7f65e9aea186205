package touchstone.simulator.limit;

/** Whether a call may pass, and what is left after it. */
public sealed interface Admission {

    Allowance allowance();

    /** The call passes and was charged. */
    record Admitted(Allowance allowance) implements Admission {}

    /** The call must wait; it was not charged. {@code bucket} is "requests" or "tokens". */
    record Refused(Allowance allowance, String bucket, long retryAfterMicros) implements Admission {}

    /** The call asks for more tokens than the bucket can ever hold. */
    record TooLarge(Allowance allowance, long tokens) implements Admission {}
}
