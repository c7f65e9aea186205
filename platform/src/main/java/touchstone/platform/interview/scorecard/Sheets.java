package touchstone.platform.interview.scorecard;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import touchstone.catalogue.content.Competency;
import touchstone.platform.interview.Note;
import touchstone.platform.interview.Notes;
import touchstone.platform.interview.Scorecard;
import touchstone.platform.interview.ScorecardContent;
import touchstone.platform.interview.Scorecards;
import touchstone.platform.interview.Ticks;
import touchstone.platform.interview.sitting.Sent;
import touchstone.platform.interview.sitting.Sitting;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Refusal;

/** Scorecards between their form and their service. */
@Component
class Sheets {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Scorecards scorecards;
    private final Notes notes;
    private final Ticks ticks;
    private final Sent sent;

    Sheets(Scorecards scorecards, Notes notes, Ticks ticks, Sent sent) {
        this.scorecards = scorecards;
        this.notes = notes;
        this.ticks = ticks;
        this.sent = sent;
    }

    /** Every revision of one's own submitted scorecard, the newest first; empty before it is submitted. */
    List<Scorecard> submitted(Sitting sitting) {
        return scorecards
                .own(sitting.id())
                .map(own -> scorecards.history(own.id()).stream()
                        .sorted(Comparator.comparingInt(
                                        (Scorecard one) -> one.revision().number())
                                .reversed())
                        .toList())
                .orElse(List.of());
    }

    /** Whether a save was refused because other content was saved in between. */
    static boolean isOvertaken(Refusal refusal) {
        return refusal.code().equals("interview.scorecard.changed");
    }

    /** The draft's fields and version. */
    Stored draft(Sitting sitting) {
        Scorecards.Draft draft = scorecards.draft(sitting.id());
        return new Stored(Fields.of(draft.content(), texts(sitting)), draft.version());
    }

    /** What the server has. */
    record Stored(Fields fields, int version) {}

    int save(Sitting sitting, Fields fields, int version) {
        return scorecards.saveDraft(sitting.id(), content(sitting, fields), version);
    }

    ScorecardContent content(Sitting sitting, Fields fields) {
        List<String> competencies =
                sitting.competencies().stream().map(Competency::id).toList();
        return fields.content(competencies, texts(sitting));
    }

    ScorecardView view(Sitting sitting, ScorecardView.Mode mode, Stored stored, Optional<Fields> other) {
        Fields fields = stored.fields();
        List<Note> mine = notes.mine(sitting.id());
        List<ScorecardView.Row> rows = sitting.competencies().stream()
                .map(competency -> row(sitting, competency, mine, fields))
                .toList();
        return new ScorecardView(
                sitting,
                mode,
                stored.version(),
                rows,
                fields,
                sent.write(other.orElse(fields).values()),
                Heard.of(sitting, ticks.mine(sitting.id())),
                other);
    }

    private static ScorecardView.Row row(Sitting sitting, Competency competency, List<Note> mine, Fields fields) {
        List<ScorecardView.Offered> offered = mine.stream()
                .filter(note -> note.context()
                                .competency()
                                .filter(competency.id()::equals)
                                .isPresent()
                        || fields.cites(competency.id(), note.id().toString()))
                .map(note -> new ScorecardView.Offered(note.id().toString(), time(note), note.text()))
                .toList();
        return new ScorecardView.Row(competency, competency.bar(sitting.level()), offered);
    }

    private static String time(Note note) {
        ZoneId zone = Acting.person().zone();
        return TIME.format(note.at().atZone(zone));
    }

    Map<UUID, String> texts(Sitting sitting) {
        Map<UUID, String> texts = new LinkedHashMap<>();
        notes.mine(sitting.id()).forEach(note -> texts.put(note.id(), note.text()));
        return texts;
    }
}
