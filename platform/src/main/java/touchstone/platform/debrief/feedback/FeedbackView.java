package touchstone.platform.debrief.feedback;

import touchstone.platform.debrief.Feedback;
import touchstone.platform.hiring.Candidacy;

/** What one candidate is written. */
public record FeedbackView(Candidacy candidacy, Feedback feedback) {

    public String path() {
        return "/applications/" + candidacy.id() + "/feedback";
    }
}
