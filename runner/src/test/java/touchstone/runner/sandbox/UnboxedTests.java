package touchstone.runner.sandbox;

/** Without a sandbox, the contract holds all the same. */
class UnboxedTests extends RestartContractTests {

    @Override
    Sandbox sandbox() {
        return new Unboxed();
    }
}
