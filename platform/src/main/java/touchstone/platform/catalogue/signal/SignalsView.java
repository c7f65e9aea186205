package touchstone.platform.catalogue.signal;

import java.util.List;
import java.util.Map;
import touchstone.catalogue.content.AvoidedKind;
import touchstone.catalogue.content.Dimension;
import touchstone.catalogue.content.Frame;
import touchstone.catalogue.content.RedFlag;
import touchstone.catalogue.content.Signal;
import touchstone.catalogue.content.StageDescription;
import touchstone.catalogue.content.TakeHomeRule;

/**
 * What interviewers look for across questions.
 *
 * @param titles of competencies and roles by id
 */
public record SignalsView(
        List<Signal> signals,
        List<RedFlag> flags,
        List<AvoidedKind> avoided,
        List<Frame> frames,
        List<StageDescription> stages,
        List<TakeHomeRule> rules,
        List<Dimension> dimensions,
        Map<String, String> titles) {

    public String title(String id) {
        return titles.getOrDefault(id, id);
    }
}
