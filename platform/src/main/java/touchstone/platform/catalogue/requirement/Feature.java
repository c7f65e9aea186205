package touchstone.platform.catalogue.requirement;

import java.util.Optional;

/**
 * What the product does about a requirement, beside content.
 *
 * @param id the requirement's
 * @param where path of the page; variable parts in braces
 * @param sentence what a person can do there, or what is missing
 * @param test simple name of the test class that shows it; present for what is here
 */
public record Feature(String id, State state, Optional<String> where, String sentence, Optional<String> test) {

    /** How far it is. */
    public enum State {
        @com.fasterxml.jackson.annotation.JsonProperty("here")
        HERE,
        @com.fasterxml.jackson.annotation.JsonProperty("partly")
        PARTLY,
        @com.fasterxml.jackson.annotation.JsonProperty("not-yet")
        NOT_YET
    }

    /** Whether the path can be followed as it is. */
    public boolean linked() {
        return where.filter(path -> !path.contains("{")).isPresent();
    }
}
