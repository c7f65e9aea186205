package touchstone.simulator.clients;

/** A client of record. */
interface Client {

    /** Its name in the table. */
    String name();

    /**
     * Meets the simulated model with every feature.
     *
     * @throws NotInstalledException when the client cannot be had on this machine
     */
    Findings meet(Bench bench) throws NotInstalledException;
}
