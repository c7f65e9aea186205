package touchstone.labs.documentsearch;

import java.nio.file.Path;
import java.util.Set;
import touchstone.runner.lab.LabContractTests;

final class DocumentSearchContractTests extends LabContractTests {

    DocumentSearchContractTests() {
        super(new DocumentSearch(), Path.of(""));
    }

    @Override
    protected Set<String> secrets() {
        return Set.of(Truth.NAME);
    }
}
