package touchstone.worlds.facts;

import java.time.LocalDate;
import java.util.Optional;
import touchstone.worlds.Fact;
import touchstone.worlds.company.Entity;

/**
 * A fact with everything that rendering and asking need.
 *
 * @param id of the fact in the world
 * @param relation what is said
 * @param subject of whom
 * @param value what it is now
 * @param fate what happens to it
 * @param successor what it becomes: the present value of a former fact, or the update's
 */
public record Known(String id, Relation relation, Entity subject, Value value, Fate fate, Optional<Known> successor) {

    /** The record that the world shows. */
    public Fact fact(LocalDate from) {
        return new Fact(id, subject.name(), relation.name(), value.text(), from, successor.map(Known::id));
    }

    /** Names the relation and the subject; the same for all versions of a fact. */
    public String topic() {
        return relation.key() + " " + subject.name();
    }

    /** Whether both have the same {@link #topic}. */
    public boolean isAVersionOf(Known other) {
        return subject.name().equals(other.subject.name())
                && relation.name().equals(other.relation.name())
                && relation.type().equals(other.relation.type());
    }
}
