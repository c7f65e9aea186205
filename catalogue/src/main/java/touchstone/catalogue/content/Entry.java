package touchstone.catalogue.content;

import java.util.List;

/** One thing of the catalogue that has an id of its own. An id is unique among the entries of the same type. */
public sealed interface Entry
        permits AvoidedKind,
                CompanyFlag,
                CompanyQuestion,
                Competency,
                Dimension,
                Frame,
                LevelPicture,
                Plan,
                Preparation,
                Question,
                RedFlag,
                Requirement,
                Role,
                Signal,
                StageDescription,
                TakeHomeRule {

    /** Kebab case, such as {@code rag-design}; a requirement's id looks like {@code R-COMP-1}. */
    String id();

    /** What people call it. */
    String title();

    /** Ids of the requirements that this entry covers. */
    List<String> covers();
}
