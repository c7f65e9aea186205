package touchstone.platform.debrief;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import touchstone.catalogue.content.Level;

/**
 * What the plan's rule says about one level, and why.
 *
 * @param findings one for each competency of the plan, in its order
 * @param checks everything that the rule looked at, met or not
 */
public record RuleResult(Level level, List<Finding> findings, Share share, List<Check> checks, Outcome outcome) {

    public RuleResult {
        findings = List.copyOf(findings);
        checks = List.copyOf(checks);
    }

    /**
     * Weight at or over the bar, of the weight that counts.
     *
     * @param over whole points of weight
     * @param counted whole points of weight; 0 when nothing that counts was observed
     */
    public record Share(int over, int counted) {

        private static final int PERCENT = 100;

        /** Percent, cut (not rounded) to one decimal, so that 69.96 never reads as 70. */
        public String text() {
            return counted == 0
                    ? "0.0"
                    : BigDecimal.valueOf((long) PERCENT * over)
                            .divide(BigDecimal.valueOf(counted), 1, RoundingMode.DOWN)
                            .toPlainString();
        }

        boolean reaches(int percent) {
            return PERCENT * over >= percent * counted;
        }
    }

    /** One thing that the rule looked at. */
    public record Check(Verdict verdict, Reason reason) {}

    /** How a check came out. */
    public enum Verdict {
        MET,
        NOT_MET,
        /** It cannot be said yet. */
        OPEN,
        /** Worth knowing; it decides nothing. */
        NOTE
    }

    /** What the rule says. People decide. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Passes.class, name = "passes"),
        @JsonSubTypes.Type(value = Fails.class, name = "fails"),
        @JsonSubTypes.Type(value = Blocked.class, name = "blocked")
    })
    public sealed interface Outcome {}

    /** Every check is met. */
    public record Passes() implements Outcome {}

    /** A check is not met, whatever else comes. */
    public record Fails(List<Reason> reasons) implements Outcome {
        public Fails {
            reasons = List.copyOf(reasons);
        }
    }

    /** No check has failed, and the rule cannot say more before somebody has observed what is open. */
    public record Blocked(List<Reason> reasons) implements Outcome {
        public Blocked {
            reasons = List.copyOf(reasons);
        }
    }

    /** {@code passes}, {@code fails} or {@code blocked}: the last part of its text's key. */
    public String word() {
        return switch (outcome) {
            case Passes passes -> "passes";
            case Fails fails -> "fails";
            case Blocked blocked -> "blocked";
        };
    }

    public boolean passes() {
        return outcome instanceof Passes;
    }
}
