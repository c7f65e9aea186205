package touchstone.platform.debrief.packet;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import touchstone.platform.debrief.Debrief;
import touchstone.platform.debrief.Debriefs;
import touchstone.platform.debrief.FairScores;
import touchstone.platform.debrief.meeting.Sheet;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

/** The packet of one application, for printing. */
@Controller
class PacketController {

    private final Debriefs debriefs;
    private final FairScores fairScores;

    PacketController(Debriefs debriefs, FairScores fairScores) {
        this.debriefs = debriefs;
        this.fairScores = fairScores;
    }

    @GetMapping("/applications/{id}/packet")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR, Role.INTERVIEWER, Role.BAR_RAISER})
    ModelAndView page(@PathVariable UUID id) {
        Debrief debrief = debriefs.view(id);
        fairScores.recordCompared(debrief);
        Debrief.Ratings ratings = debrief.ratings()
                .orElseThrow(() -> Refusal.forbidden(debrief.hiddenBecause().orElse("debrief.missing")));
        return Screen.of(
                "debrief/packet/packet",
                new PacketView(debrief, Sheet.of(debrief, ratings), debriefs.histories(debrief)));
    }
}
