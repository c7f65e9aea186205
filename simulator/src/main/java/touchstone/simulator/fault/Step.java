package touchstone.simulator.fault;

/** One step of a fault plan: serve the call, or a fault. */
public sealed interface Step permits Step.Serve, Fault {

    /** Answer as asked. */
    record Serve() implements Step {}

    /** The step that answers as asked. */
    Step SERVE = new Serve();
}
