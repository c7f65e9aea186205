package touchstone.platform.hiring.candidates;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import touchstone.platform.hiring.Candidate;
import touchstone.platform.hiring.Candidates;

/** The list of candidates: what was searched for, and what was found. */
public record CandidatesView(String text, Candidates.Found found, Map<UUID, List<Engagement>> engagements) {

    public List<Engagement> of(Candidate candidate) {
        return engagements.getOrDefault(candidate.id(), List.of());
    }

    /** The address of another page of the same search. */
    public String path(int page) {
        return "/candidates?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + "&page=" + page;
    }
}
