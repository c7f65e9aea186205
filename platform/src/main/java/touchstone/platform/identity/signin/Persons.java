package touchstone.platform.identity.signin;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import touchstone.platform.identity.PersonSource;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/** The people behind sessions, as they are now. */
@Component
record Persons(List<PersonSource> sources) {

    Optional<Person> of(SignedIn signedIn) {
        boolean candidate = signedIn.kind() == SignedIn.Kind.CANDIDATE;
        return Acting.as(
                Person.system(signedIn.organisation()),
                () -> sources.stream()
                        .flatMap(source -> source.find(signedIn.id()).stream())
                        .filter(person -> person.is(Role.CANDIDATE) == candidate)
                        .findFirst());
    }
}
