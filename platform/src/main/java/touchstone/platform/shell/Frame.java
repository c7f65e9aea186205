package touchstone.platform.shell;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import touchstone.platform.shared.Person;

/** What every template gets beside its view: texts, who is signed in, navigation, times in the person's zone. */
public final class Frame {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    /** What was just done, shown once at the top of the next page. */
    public record Said(String key, List<Object> arguments) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** The protection of forms against other sites. */
    public record Csrf(String parameter, String header, String token) {}

    /** Where the page stands: its path, what the navigation shows, and whether the data are examples. */
    public record Place(String path, List<NavigationEntry> navigation, boolean examples) {}

    private final MessageSource messages;
    private final Optional<Person> person;
    private final Csrf csrf;
    private final Place place;
    private final Optional<Said> said;
    private final Instant now;

    Frame(MessageSource messages, Optional<Person> person, Csrf csrf, Place place, Optional<Said> said, Instant now) {
        this.messages = messages;
        this.person = person;
        this.csrf = csrf;
        this.place = place;
        this.said = said;
        this.now = now;
    }

    /**
     * The text under a key.
     *
     * @throws NoSuchMessageException when no bundle has it; a test finds this before a person does
     */
    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }

    /** The text of an enum constant: {@code prefix.constant-name}. */
    public String text(String prefix, Enum<?> value) {
        return text(prefix + "." + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    public Optional<Person> person() {
        return person;
    }

    public Csrf csrf() {
        return csrf;
    }

    public boolean examples() {
        return place.examples();
    }

    public Optional<String> said() {
        return said.map(one -> text(one.key(), one.arguments().toArray()));
    }

    /** Entries that this person may follow, in their order. */
    public List<NavigationEntry> navigation() {
        return person.map(someone -> place.navigation().stream()
                        .filter(entry -> entry.isFor(someone))
                        .toList())
                .orElse(List.of());
    }

    public boolean isCurrent(NavigationEntry entry) {
        return entry.isCurrent(place.path());
    }

    public Instant now() {
        return now;
    }

    /** A point in time in the person's zone, with the zone. */
    public String when(Instant instant) {
        return WHEN.format(instant.atZone(zone())) + " " + zone().getId();
    }

    /** A day in the person's zone. */
    public String day(Instant instant) {
        return DAY.format(instant.atZone(zone()));
    }

    /** How long ago, in the coarsest unit that says something: {@code 3 days}. */
    public String ago(Instant instant) {
        return length(Duration.between(instant, now));
    }

    /** A length of time in its coarsest unit. */
    public String length(Duration duration) {
        long minutes = Math.max(0, duration.toMinutes());
        if (minutes < 60) {
            return text("frame.minutes", minutes);
        }
        if (minutes < 48 * 60) {
            return text("frame.hours", minutes / 60);
        }
        return text("frame.days", minutes / (24 * 60));
    }

    public ZoneId zone() {
        return person.map(Person::zone).orElse(ZoneOffset.UTC);
    }
}
