package touchstone.platform.catalogue;

import java.util.Arrays;
import java.util.Optional;
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

/** A kind of catalogue entry: its type, the file of a pack that it stands in, and the page that shows it. */
public enum EntryKind {
    COMPETENCY("competency", Competency.class, "competencies/", "", "/catalogue/competencies/"),
    ROLE("role", Role.class, "roles/", "", "/catalogue/roles/"),
    QUESTION("question", Question.class, "questions/", "questions", "/catalogue/questions/"),
    PLAN("plan", Plan.class, "plans/", "", "/catalogue/plans/"),
    LEVEL("level", LevelPicture.class, "levels.yaml", "levels", "/catalogue/levels#"),
    SIGNAL("signal", Signal.class, "signals.yaml", "signals", "/catalogue/signals#signal-"),
    FLAG("flag", RedFlag.class, "flags.yaml", "flags", "/catalogue/signals#flag-"),
    AVOIDED("avoided", AvoidedKind.class, "avoided.yaml", "avoided", "/catalogue/signals#avoided-"),
    FRAME("frame", Frame.class, "frames.yaml", "frames", "/catalogue/signals#frame-"),
    STAGE("stage", StageDescription.class, "stages.yaml", "stages", "/catalogue/signals#stage-"),
    RULE("rule", TakeHomeRule.class, "takehome.yaml", "rules", "/catalogue/signals#rule-"),
    DIMENSION("dimension", Dimension.class, "takehome.yaml", "dimensions", "/catalogue/signals#dimension-"),
    COMPANY_QUESTION(
            "company-question", CompanyQuestion.class, "candidate.yaml", "questions", "/catalogue/candidate#question-"),
    COMPANY_FLAG("company-flag", CompanyFlag.class, "candidate.yaml", "flags", "/catalogue/candidate#flag-"),
    PREPARATION("preparation", Preparation.class, "candidate.yaml", "preparation", "/catalogue/candidate#preparation-"),
    REQUIREMENT("requirement", Requirement.class, "requirements.yaml", "requirements", "/requirements#");

    private final String id;
    private final Class<? extends Entry> type;
    private final String file;
    private final String key;
    private final String page;

    EntryKind(String id, Class<? extends Entry> type, String file, String key, String page) {
        this.id = id;
        this.type = type;
        this.file = file;
        this.key = key;
        this.page = page;
    }

    /** The kind of an entry. */
    public static EntryKind of(Entry entry) {
        return switch (entry) {
            case Competency one -> COMPETENCY;
            case Role one -> ROLE;
            case Question one -> QUESTION;
            case Plan one -> PLAN;
            case LevelPicture one -> LEVEL;
            case Signal one -> SIGNAL;
            case RedFlag one -> FLAG;
            case AvoidedKind one -> AVOIDED;
            case Frame one -> FRAME;
            case StageDescription one -> STAGE;
            case TakeHomeRule one -> RULE;
            case Dimension one -> DIMENSION;
            case CompanyQuestion one -> COMPANY_QUESTION;
            case CompanyFlag one -> COMPANY_FLAG;
            case Preparation one -> PREPARATION;
            case Requirement one -> REQUIREMENT;
        };
    }

    /** The kind with this id. */
    public static Optional<EntryKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    /** In kebab case. */
    public String id() {
        return id;
    }

    public Class<? extends Entry> type() {
        return type;
    }

    /** Path of the file that holds entries of this kind; ends with a slash where each file's name is free. */
    public String file() {
        return file;
    }

    /** The list in the file that holds them; empty where a file is one entry. */
    public String key() {
        return key;
    }

    /** Where an entry is shown. */
    public String path(String entry) {
        return page + entry;
    }
}
