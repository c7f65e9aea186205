package touchstone.platform.catalogue.overview;

import touchstone.catalogue.content.AvoidedKind;
import touchstone.catalogue.content.CompanyFlag;
import touchstone.catalogue.content.CompanyQuestion;
import touchstone.catalogue.content.Competency;
import touchstone.catalogue.content.Dimension;
import touchstone.catalogue.content.Entry;
import touchstone.catalogue.content.Frame;
import touchstone.catalogue.content.LevelPicture;
import touchstone.catalogue.content.Plan;
import touchstone.catalogue.content.Preparation;
import touchstone.catalogue.content.Question;
import touchstone.catalogue.content.RedFlag;
import touchstone.catalogue.content.Requirement;
import touchstone.catalogue.content.Role;
import touchstone.catalogue.content.Signal;
import touchstone.catalogue.content.StageDescription;
import touchstone.catalogue.content.TakeHomeRule;

/** The sentence of an entry that says most. */
final class Sentences {

    private static final int MOST = 240;

    private Sentences() {}

    static String of(Entry entry) {
        String text = switch (entry) {
            case Competency one -> one.summary();
            case Role one -> one.summary();
            case Question one -> one.prompt();
            case Plan one -> one.summary();
            case LevelPicture one -> one.scope();
            case Signal one -> one.sentence();
            case RedFlag one -> one.sentence();
            case AvoidedKind one -> one.reason();
            case Frame one -> one.summary();
            case StageDescription one -> one.purpose();
            case TakeHomeRule one -> one.sentence();
            case Dimension one -> one.sentence();
            case CompanyQuestion one -> one.ask();
            case CompanyFlag one -> one.sentence();
            case Preparation one -> String.join(" ", one.tasks());
            case Requirement one -> one.sentence();
        };
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= MOST ? line : line.substring(0, line.lastIndexOf(' ', MOST)) + " …";
    }
}
