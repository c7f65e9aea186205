package touchstone.runner.sandbox;

/** Bubblewrap keeps the contract, and what a sandbox is for. */
class BubblewrapTests extends SandboxContractTests {

    @Override
    Sandbox sandbox() {
        return new Bubblewrap();
    }
}
