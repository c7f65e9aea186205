package touchstone.platform.hiring.my;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import touchstone.catalogue.Catalogue;
import touchstone.catalogue.content.CompanyQuestion;
import touchstone.catalogue.content.PlanStage;
import touchstone.catalogue.content.Preparation;
import touchstone.platform.catalogue.CurrentCatalogue;
import touchstone.platform.hiring.ApplicationPanel;
import touchstone.platform.hiring.Applications;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.hiring.Candidates;
import touchstone.platform.hiring.TakeHomes;
import touchstone.platform.shared.Acting;

/** Puts together what a candidate sees. */
@Component
@Transactional(readOnly = true)
class MyViews {

    private final Candidates candidates;
    private final Applications applications;
    private final TakeHomes takeHomes;
    private final CurrentCatalogue catalogue;
    private final InstantSource clock;
    private final List<ApplicationPanel> panels;

    MyViews(
            Candidates candidates,
            Applications applications,
            TakeHomes takeHomes,
            CurrentCatalogue catalogue,
            InstantSource clock,
            List<ApplicationPanel> panels) {
        this.candidates = candidates;
        this.applications = applications;
        this.takeHomes = takeHomes;
        this.catalogue = catalogue;
        this.clock = clock;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(ApplicationPanel::order))
                .toList();
    }

    MyView of() {
        Catalogue known = catalogue.get();
        return new MyView(
                candidates.get(Acting.person().id()),
                applications.all(Applications.Filter.ofCandidate(Acting.person().id())).stream()
                        .map(this::mine)
                        .toList(),
                known.all(CompanyQuestion.class),
                known.all(Preparation.class).stream()
                        .sorted(Comparator.comparingInt(one -> one.week() == 0 ? Integer.MAX_VALUE : one.week()))
                        .toList());
    }

    private MyView.Mine mine(Candidacy candidacy) {
        return new MyView.Mine(
                new MyView.Address("/my/" + candidacy.id(), candidacy.version()),
                candidacy.opening().title(),
                candidacy.opening().team(),
                candidacy.progress(),
                stops(candidacy),
                takeHomes.of(candidacy.id()).stream()
                        .map(one -> new MyView.Work(
                                candidacy
                                        .plan()
                                        .stage(one.stage())
                                        .map(PlanStage::title)
                                        .orElse(one.stage()),
                                one,
                                one.isLate(clock.instant())))
                        .toList(),
                panels.stream()
                        .flatMap(panel -> panel.forCandidate(candidacy).stream())
                        .toList());
    }

    private static List<MyView.Stop> stops(Candidacy candidacy) {
        List<PlanStage> stages = candidacy.plan().plan().stages();
        int here = stages.indexOf(candidacy.stage());
        return stages.stream()
                .map(stage ->
                        new MyView.Stop(stage.title(), stage.kind(), stage.minutes(), stages.indexOf(stage) - here))
                .toList();
    }
}
