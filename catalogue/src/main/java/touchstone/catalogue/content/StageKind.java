package touchstone.catalogue.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A kind of stage in a hiring process. */
public enum StageKind {
    /** First talk, with a recruiter. */
    RECRUITER_SCREEN("recruiter-screen"),

    /** First technical talk; the gate to the loop. */
    TECHNICAL_SCREEN("technical-screen"),

    /** Work that the candidate does alone. */
    TAKE_HOME("take-home"),

    /** Interview on how things work. */
    TECHNICAL_DEPTH("technical-depth"),

    /** Interview on a design. */
    SYSTEM_DESIGN("system-design"),

    /** Interview at the keyboard. */
    CODING("coding"),

    /** Interview on what the candidate did. */
    BEHAVIOURAL("behavioural"),

    /** Interview on one project of the candidate. */
    PROJECT_DEEP_DIVE("project-deep-dive"),

    /** Interview on what is worth building. */
    BUSINESS_CASE("business-case"),

    /** Interview on a failing system. */
    TROUBLESHOOTING("troubleshooting"),

    /** Interview in which something is explained. */
    TECHNICAL_COMMUNICATION("technical-communication"),

    /** Interview by somebody from outside the team. */
    BAR_RAISER("bar-raiser"),

    /** The interviewers compare what they saw. */
    DEBRIEF("debrief"),

    /** Terms and answer. */
    OFFER("offer");

    private final String id;

    StageKind(String id) {
        this.id = id;
    }

    /**
     * The constant with this id.
     *
     * @throws IllegalArgumentException when there is none, with a sentence that names those there are
     */
    @JsonCreator
    public static StageKind of(String id) {
        return Arrays.stream(values())
                .filter(known -> known.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown stage kind '" + id + "'; known: "
                        + Arrays.stream(values()).map(StageKind::id).collect(Collectors.joining(", "))));
    }

    /** In kebab case, as files and addresses write it. */
    @JsonValue
    public String id() {
        return id;
    }

    /** Whether it stands before the loop and an interviewer holds it. */
    public boolean isScreen() {
        return this == RECRUITER_SCREEN || this == TECHNICAL_SCREEN;
    }

    /** Whether the candidate meets an interviewer in it; true for screens. */
    public boolean isInterview() {
        return this != TAKE_HOME && this != DEBRIEF && this != OFFER;
    }

    @Override
    public String toString() {
        return id;
    }
}
