package touchstone.catalogue;

import java.util.List;
import touchstone.catalogue.content.AvoidedKind;
import touchstone.catalogue.content.CompanyFlag;
import touchstone.catalogue.content.CompanyQuestion;
import touchstone.catalogue.content.Dimension;
import touchstone.catalogue.content.Frame;
import touchstone.catalogue.content.LevelPicture;
import touchstone.catalogue.content.Preparation;
import touchstone.catalogue.content.Question;
import touchstone.catalogue.content.RedFlag;
import touchstone.catalogue.content.Requirement;
import touchstone.catalogue.content.Signal;
import touchstone.catalogue.content.StageDescription;
import touchstone.catalogue.content.TakeHomeRule;

/** The outermost fields of the files that hold lists. */
final class FileShapes {

    private FileShapes() {}

    record Levels(List<LevelPicture> levels) {}

    record Questions(List<Question> questions) {}

    record Signals(List<Signal> signals) {}

    record Flags(List<RedFlag> flags) {}

    record Avoided(List<AvoidedKind> avoided) {}

    record Frames(List<Frame> frames) {}

    record Stages(List<StageDescription> stages) {}

    record Requirements(List<Requirement> requirements) {}

    record TakeHome(List<TakeHomeRule> rules, List<Dimension> dimensions) {}

    record Candidate(List<CompanyQuestion> questions, List<CompanyFlag> flags, List<Preparation> preparation) {}
}
