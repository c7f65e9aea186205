package touchstone.platform.insight.stages;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import touchstone.catalogue.Catalogue;
import touchstone.platform.catalogue.CurrentCatalogue;
import touchstone.platform.debrief.OpenRatings;
import touchstone.platform.hiring.Journeys;
import touchstone.platform.hiring.Journeys.Journey;
import touchstone.platform.hiring.Openings;
import touchstone.platform.interview.RatingLog;
import touchstone.platform.interview.RatingLog.Entry;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.NavigationEntry;
import touchstone.platform.shell.Screen;

/** Who moves on in which stage, how long it takes, and how competencies and questions are rated. */
@Controller
class StagesController {

    private static final int PLACE = 80;

    private final Journeys journeys;
    private final RatingLog ratings;
    private final OpenRatings openRatings;
    private final Openings openings;
    private final CurrentCatalogue catalogue;

    StagesController(
            Journeys journeys,
            RatingLog ratings,
            OpenRatings openRatings,
            Openings openings,
            CurrentCatalogue catalogue) {
        this.journeys = journeys;
        this.ratings = ratings;
        this.openRatings = openRatings;
        this.openings = openings;
        this.catalogue = catalogue;
    }

    @Bean
    static NavigationEntry insightEntry() {
        return new NavigationEntry(
                PLACE,
                "/insight",
                "insight.navigation",
                Set.of(Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR));
    }

    /** @param opening empty for all */
    @GetMapping("/insight")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    ModelAndView page(@RequestParam Optional<UUID> opening) {
        List<Journey> counted = journeys.all().stream()
                .filter(journey -> opening.isEmpty() || journey.opening().equals(opening.get()))
                .toList();
        Set<UUID> open = new HashSet<>();
        counted.stream().filter(Journey::ratingsOpen).forEach(journey -> open.add(journey.application()));
        List<Entry> entries = ratings.counted().stream()
                .filter(entry -> open.contains(entry.application()))
                .toList();
        return Screen.of(
                "insight/stages/stages",
                new StagesView(
                        openings.all(),
                        opening,
                        counted.size(),
                        new StagesView.Tables(
                                StageRow.of(counted),
                                RatedRow.by(entries, entry -> Stream.of(entry.competency())),
                                RatedRow.by(entries, entry -> entry.questions().stream())),
                        titles()));
    }

    /** The open ratings, with ids instead of names. */
    @GetMapping("/insight/ratings.csv")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    ResponseEntity<String> ratings() {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ratings.csv\"")
                .body(openRatings.csv());
    }

    private Map<String, String> titles() {
        Catalogue known = catalogue.get();
        Map<String, String> titles = new HashMap<>();
        known.competencies().forEach(one -> titles.put(one.id(), one.title()));
        known.questions().forEach(one -> titles.put(one.id(), one.title()));
        return titles;
    }
}
