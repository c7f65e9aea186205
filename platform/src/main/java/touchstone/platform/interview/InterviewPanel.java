package touchstone.platform.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import touchstone.platform.hiring.ApplicationPanel;
import touchstone.platform.hiring.Candidacy;

/** The interviews of an application, on its page and on the candidate's. */
@Component
final class InterviewPanel implements ApplicationPanel {

    private static final int ORDER = 20;

    private final InterviewRows rows;

    InterviewPanel(InterviewRows rows) {
        this.rows = rows;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<Panel> panel(Candidacy candidacy) {
        List<Link> links = new ArrayList<>();
        for (Interview one : rows.ofApplication(candidacy.id())) {
            links.add(Link.of(
                    "/interviews/" + one.id(),
                    "interview.panel."
                            + one.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    Room.stage(candidacy, one).title(),
                    one.slot().startsAt(),
                    one.seats().stream().map(Interview.Seat::name).collect(Collectors.joining(", "))));
        }
        List<Line> lines = links.isEmpty() ? List.of(Line.of("interview.panel.none")) : List.of();
        if (Coordination.isMine() && candidacy.isActive()) {
            links.add(Link.of("/applications/" + candidacy.id() + "/interviews/new", "interview.panel.schedule"));
        }
        return Optional.of(new Panel("interview.panel.title", lines, links));
    }

    @Override
    public Optional<Panel> forCandidate(Candidacy candidacy) {
        List<Line> lines = rows.ofApplication(candidacy.id()).stream()
                .filter(one -> one.state() == Interview.State.SCHEDULED)
                .map(one -> Line.of(
                        "interview.panel.candidate",
                        Room.stage(candidacy, one).title(),
                        one.slot().startsAt(),
                        one.slot().minutes(),
                        one.slot().place()))
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Panel("interview.panel.title", lines, List.of()));
    }
}
