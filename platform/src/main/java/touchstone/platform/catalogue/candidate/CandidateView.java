package touchstone.platform.catalogue.candidate;

import java.util.List;
import touchstone.catalogue.content.CompanyFlag;
import touchstone.catalogue.content.CompanyQuestion;
import touchstone.catalogue.content.Preparation;

/**
 * The candidate's side.
 *
 * @param weeks preparation by week; week 0 holds habits and comes last
 * @param staff whether the reader is staff, who see tabs and ways to edit
 */
public record CandidateView(List<CompanyQuestion> questions, List<CompanyFlag> flags, List<Week> weeks, boolean staff) {

    /** What belongs to a week. */
    public record Week(int number, List<Preparation> parts) {}
}
