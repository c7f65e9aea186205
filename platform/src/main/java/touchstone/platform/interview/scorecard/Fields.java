package touchstone.platform.interview.scorecard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import touchstone.platform.interview.Evidence;
import touchstone.platform.interview.Rating;
import touchstone.platform.interview.Recommendation;
import touchstone.platform.interview.ScorecardContent;
import touchstone.platform.shared.Refusal;

/**
 * A scorecard as the fields of its form: {@code rating-<competency>} (1 to 5, {@code none} for not observed, or empty),
 * {@code cite-<competency>} (ids of notes, joined by commas), {@code evidence-<competency>}, {@code recommendation} and
 * {@code summary}. A missing field is empty.
 */
public record Fields(Map<String, String> values) {

    /** Longest text of a summary and of a piece of evidence, in characters. */
    public static final int MOST_SUMMARY = 8000;

    public static final int MOST_EVIDENCE = 4000;

    private static final String NOT_OBSERVED = "none";
    private static final int MOST_CITED = 50;

    public Fields {
        values = Map.copyOf(values);
    }

    /** What stands in the fields for this content; evidence whose note is gone becomes free text. */
    static Fields of(ScorecardContent content, Map<UUID, String> notes) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("summary", content.summary());
        content.recommendation().ifPresent(one -> values.put("recommendation", one.name()));
        for (Rating rating : content.ratings()) {
            String competency = rating.competency();
            switch (rating) {
                case Rating.Rated rated -> {
                    values.put("rating-" + competency, Integer.toString(rated.value()));
                    putEvidence(values, competency, rated.evidence(), notes);
                }
                case Rating.NotObserved none -> values.put("rating-" + competency, NOT_OBSERVED);
                case Rating.Open open -> putEvidence(values, competency, open.evidence(), notes);
            }
        }
        return new Fields(values);
    }

    private static void putEvidence(
            Map<String, String> values, String competency, List<Evidence> evidence, Map<UUID, String> notes) {
        List<String> cited = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Evidence one : evidence) {
            one.note()
                    .filter(notes::containsKey)
                    .ifPresentOrElse(note -> cited.add(note.toString()), () -> texts.add(one.text()));
        }
        values.put("cite-" + competency, String.join(",", cited));
        values.put("evidence-" + competency, String.join("\n\n", texts));
    }

    /** What was posted by the form itself; several values of one name are joined by commas. */
    static Fields posted(Map<String, List<String>> parameters) {
        return new Fields(parameters.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> String.join(",", entry.getValue()).replace("\r\n", "\n"))));
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public boolean is(String name, String value) {
        return value(name).equals(value);
    }

    public boolean cites(String competency, String note) {
        return cited(competency).contains(note);
    }

    private List<String> cited(String competency) {
        return Arrays.stream(value("cite-" + competency).split(",", -1))
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /** The rating that was chosen. */
    public Optional<Integer> rating(String competency) {
        String value = value("rating-" + competency);
        return value.matches("[1-5]") ? Optional.of(Integer.valueOf(value)) : Optional.empty();
    }

    /**
     * The content that the fields stand for.
     *
     * @param competencies ids, in the order of the scorecard
     * @param notes own notes by their ids; what is cited is taken from here and never from the fields
     * @throws Refusal when a field holds what its form cannot send, or too much
     */
    ScorecardContent content(List<String> competencies, Map<UUID, String> notes) {
        Optional<Recommendation> recommendation = Optional.of(value("recommendation"))
                .filter(one -> !one.isEmpty())
                .map(Fields::recommendation);
        return new ScorecardContent(
                recommendation,
                limited("summary", MOST_SUMMARY),
                competencies.stream().map(one -> rating(one, notes)).toList());
    }

    private Rating rating(String competency, Map<UUID, String> notes) {
        String value = value("rating-" + competency);
        return switch (value) {
            case "" -> new Rating.Open(competency, evidence(competency, notes));
            case NOT_OBSERVED -> new Rating.NotObserved(competency);
            case "1", "2", "3", "4", "5" ->
                new Rating.Rated(competency, Integer.parseInt(value), evidence(competency, notes));
            default -> throw Refusal.invalid("problem.unusable");
        };
    }

    private List<Evidence> evidence(String competency, Map<UUID, String> notes) {
        List<Evidence> evidence = new ArrayList<>();
        for (String cited : cited(competency)) {
            UUID note = id(cited);
            Optional.ofNullable(notes.get(note)).ifPresent(text -> evidence.add(new Evidence(Optional.of(note), text)));
        }
        if (evidence.size() > MOST_CITED) {
            throw Refusal.invalid("interview.scorecard.too-much-evidence", MOST_CITED);
        }
        String text = limited("evidence-" + competency, MOST_EVIDENCE);
        if (!text.isBlank()) {
            evidence.add(new Evidence(Optional.empty(), text));
        }
        return evidence;
    }

    private String limited(String name, int most) {
        String text = value(name);
        if (text.length() > most) {
            throw Refusal.invalid("interview.scorecard.too-long", most);
        }
        if (text.indexOf('\0') >= 0) {
            throw Refusal.invalid("problem.unusable");
        }
        return text;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException unusable) {
            throw Refusal.invalid("problem.unusable");
        }
    }

    private static Recommendation recommendation(String name) {
        return Arrays.stream(Recommendation.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("problem.unusable"));
    }
}
