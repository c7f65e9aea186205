package touchstone.platform.interview;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What one interviewer says about one competency. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Rating.Rated.class, name = "rated"),
    @JsonSubTypes.Type(value = Rating.NotObserved.class, name = "not-observed"),
    @JsonSubTypes.Type(value = Rating.Open.class, name = "open")
})
public sealed interface Rating {

    /** Id of the competency. */
    String competency();

    /**
     * A point of the competency's scale.
     *
     * @param value 1 to 5
     * @param evidence at least one, when it is submitted
     */
    record Rated(String competency, int value, List<Evidence> evidence) implements Rating {
        public Rated {
            if (value < 1 || value > 5) {
                throw new IllegalArgumentException("a rating lies between 1 and 5, not " + value);
            }
            evidence = List.copyOf(evidence);
        }
    }

    /** The interview gave no occasion to see it. */
    record NotObserved(String competency) implements Rating {}

    /** Not filled in yet; only in a draft. Evidence may have been collected. */
    record Open(String competency, List<Evidence> evidence) implements Rating {
        public Open {
            evidence = List.copyOf(evidence);
        }
    }
}
