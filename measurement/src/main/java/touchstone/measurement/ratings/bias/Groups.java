package touchstone.measurement.ratings.bias;

import java.util.Map;

/**
 * Two groups of candidates to compare.
 *
 * @param byCandidate label of each candidate who gave one; candidates with other labels are measured but not compared
 * @param focal label of the group that may be at a disadvantage
 * @param reference label of the group it is compared with
 */
public record Groups(Map<String, String> byCandidate, String focal, String reference) {

    public Groups {
        byCandidate = Map.copyOf(byCandidate);
    }

    boolean isFocal(String candidate) {
        return focal.equals(byCandidate.get(candidate));
    }

    boolean isReference(String candidate) {
        return reference.equals(byCandidate.get(candidate));
    }
}
