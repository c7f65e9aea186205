package touchstone.platform.interview.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import touchstone.catalogue.content.PlanStage;
import touchstone.platform.hiring.Applications;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.interview.Interview;
import touchstone.platform.interview.Interviews;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

@Controller
class ScheduleController {

    private static final String SEAT = "seat-";

    private final Applications applications;
    private final Interviews interviews;
    private final Interviewers interviewers;
    private final InstantSource clock;

    ScheduleController(
            Applications applications, Interviews interviews, Interviewers interviewers, InstantSource clock) {
        this.applications = applications;
        this.interviews = interviews;
        this.interviewers = interviewers;
        this.clock = clock;
    }

    /**
     * The page for a stage and a time; what is missing is suggested.
     *
     * @param planned the stage whose minutes the form shows
     */
    @GetMapping("/applications/{id}/interviews/new")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    ModelAndView page(
            @PathVariable UUID id,
            @RequestParam Optional<String> stage,
            @RequestParam Optional<String> planned,
            @ModelAttribute SlotForm form) {
        Candidacy candidacy = applications.get(id);
        List<PlanStage> stages = candidacy.plan().plan().stages().stream()
                .filter(one -> one.kind().isInterview())
                .toList();
        PlanStage chosen = stages.stream()
                .filter(one -> one.id().equals(stage.orElse(candidacy.progress().stage())))
                .findFirst()
                .or(() -> stages.stream().findFirst())
                .orElseThrow(() -> Refusal.invalid("interview.schedule.no-stage"));
        boolean sameStage = planned.filter(chosen.id()::equals).isPresent();
        SlotForm filled = filled(form, sameStage ? form.minutes() : null, chosen);
        Interview.Slot slot = filled.slot();
        Interviewers.Choice choice = interviewers.of(candidacy, chosen, slot);
        ZoneId there = candidacy.candidate().zone();
        return Screen.of(
                "interview/schedule/schedule",
                new ScheduleView(
                        candidacy,
                        stages,
                        new ScheduleView.Chosen(
                                chosen,
                                text(filled.date()),
                                text(filled.time()),
                                text(filled.zone()),
                                slot.minutes(),
                                new ScheduleView.Candidate(
                                        Interviewers.when(slot.startsAt(), there),
                                        Interviewers.unusual(slot.startsAt(), there))),
                        choice.pool(),
                        choice.others()));
    }

    @PostMapping("/applications/{id}/interviews/new")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    String schedule(
            @PathVariable UUID id,
            @RequestParam String stage,
            @ModelAttribute SlotForm form,
            @RequestParam Map<String, String> fields,
            RedirectAttributes redirect) {
        UUID interview = interviews.schedule(id, stage, form.slot(), seats(fields));
        return Screen.said(redirect, "/interviews/" + interview, "interview.said.scheduled");
    }

    static Map<UUID, Interview.Seat.Capacity> seats(Map<String, String> fields) {
        Map<UUID, Interview.Seat.Capacity> seats = new HashMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(SEAT) && !value.isEmpty()) {
                try {
                    seats.put(
                            UUID.fromString(name.substring(SEAT.length())),
                            Interview.Seat.Capacity.valueOf(value.toUpperCase(Locale.ROOT)));
                } catch (IllegalArgumentException unusable) {
                    throw Refusal.invalid("interview.seat.unknown");
                }
            }
        });
        return seats;
    }

    /** Suggests the next working day at ten where the person is, and the plan's minutes. */
    private SlotForm filled(SlotForm form, @Nullable Integer minutes, PlanStage stage) {
        ZoneId own = Acting.person().zone();
        Instant now = clock.instant();
        LocalDate day = now.atZone(own).toLocalDate().plusDays(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return new SlotForm(
                given(form.date()).orElse(day.toString()),
                given(form.time()).orElse("10:00"),
                given(form.zone()).orElse(own.getId()),
                minutes == null ? Math.clamp(stage.minutes(), 5, 480) : minutes,
                form.place());
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(one -> !one.isBlank());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
