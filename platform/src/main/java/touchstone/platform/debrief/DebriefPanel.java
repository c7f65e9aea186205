package touchstone.platform.debrief;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import touchstone.catalogue.content.StageKind;
import touchstone.platform.hiring.ApplicationPanel;
import touchstone.platform.hiring.Candidacy;

/** The debrief's part of an application's page: where it stands, and the ways to its pages. */
@Component
class DebriefPanel implements ApplicationPanel {

    private static final int ORDER = 300;

    private final Debriefs debriefs;
    private final Feedbacks feedbacks;

    DebriefPanel(Debriefs debriefs, Feedbacks feedbacks) {
        this.debriefs = debriefs;
        this.feedbacks = feedbacks;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<Panel> panel(Candidacy candidacy) {
        Debrief debrief = debriefs.view(candidacy.id());
        String path = "/applications/" + candidacy.id();
        List<Line> lines = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        debrief.hiddenBecause().ifPresent(why -> lines.add(Line.of(why)));
        if (!debrief.missing().isEmpty()) {
            lines.add(Line.of("debrief.panel.missing", debrief.missing().size()));
        }
        debrief.decisions()
                .forEach(decision -> lines.add(Line.of(
                        "debrief.panel.decision." + word(decision.outcome()),
                        decision.maker().name(),
                        decision.maker().at())));
        links.add(Link.of(path + "/debrief", "debrief.panel.debrief"));
        if (debrief.ratings().isPresent()) {
            links.add(Link.of(path + "/packet", "debrief.panel.packet"));
        }
        if (debrief.may().offer()) {
            links.add(Link.of(path + "/offer", "debrief.panel.offer"));
        }
        if (debrief.may().feedback()) {
            links.add(Link.of(path + "/feedback", "debrief.panel.feedback"));
        }
        boolean early = candidacy.plan().plan().stages().stream().noneMatch(stage -> stage.kind() == StageKind.DEBRIEF);
        return early ? Optional.empty() : Optional.of(new Panel("debrief.panel.title", lines, links));
    }

    @Override
    public Optional<Panel> forCandidate(Candidacy candidacy) {
        return feedbacks
                .sentTo(candidacy.id())
                .map(sent -> new Panel(
                        "debrief.panel.feedback-for-you",
                        sent.text()
                                .lines()
                                .filter(line -> !line.isBlank())
                                .map(line -> Line.of("debrief.panel.text", line))
                                .toList(),
                        List.of()));
    }

    private static String word(Decision.Outcome outcome) {
        return outcome.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
