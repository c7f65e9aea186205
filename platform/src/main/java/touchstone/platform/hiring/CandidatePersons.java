package touchstone.platform.hiring;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import touchstone.platform.identity.PersonSource;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/** Lets candidates act, as long as their data were not erased. */
@Component
record CandidatePersons(Candidates candidates) implements PersonSource {
    @Override
    public Optional<Person> find(UUID id) {
        return candidates
                .find(id)
                .filter(candidate -> !candidate.erased())
                .map(candidate -> new Person(
                        candidate.id(),
                        Acting.organisation(),
                        candidate.name(),
                        Set.of(Role.CANDIDATE),
                        candidate.zone()));
    }
}
