package touchstone.labs.resilientclient;

import java.nio.file.Path;
import java.util.Set;
import touchstone.runner.lab.LabContractTests;

final class ResilientClientContractTests extends LabContractTests {

    ResilientClientContractTests() {
        super(new ResilientClient(), Path.of(""));
    }

    @Override
    protected Set<String> secrets() {
        return Set.of("code", "answer");
    }
}
