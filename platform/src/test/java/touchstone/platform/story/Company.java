package touchstone.platform.story;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Person;

/** The people of the story; the candidate comes in later. */
record Company(Actor administrator, Actor recruiter, Actor manager, List<Actor> interviewers, Actor barRaiser)
        implements AutoCloseable {

    static Company of(Started started, Album album) {
        return new Company(
                Actor.of("Ada Osei", started, album),
                Actor.of("Rita Sommer", started, album),
                Actor.of("Hugo Lindqvist", started, album),
                List.of(Actor.of("Ines Marek", started, album), Actor.of("Omar Kaya", started, album)),
                Actor.of("Bea Thornton", started, album));
    }

    Actor first() {
        return interviewers.getFirst();
    }

    Actor second() {
        return interviewers.getLast();
    }

    Stream<Actor> all() {
        return Stream.concat(Stream.of(administrator, recruiter, manager, barRaiser), interviewers.stream());
    }

    /** Does the work as that person, through the services. */
    static <T> T as(Started started, Actor actor, java.util.function.Function<Person, T> work) {
        Person person = started.person(actor.email);
        return Acting.as(person, () -> work.apply(person));
    }

    /** The last part of a path that ends with an id. */
    static UUID id(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    @Override
    public void close() {
        all().forEach(Actor::close);
    }
}
