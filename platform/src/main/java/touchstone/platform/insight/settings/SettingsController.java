package touchstone.platform.insight.settings;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import touchstone.platform.debrief.FairScoreSwitch;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

/** The switch for fair scores in debriefs. */
@Controller
class SettingsController {

    private final FairScoreSwitch fairScores;

    SettingsController(FairScoreSwitch fairScores) {
        this.fairScores = fairScores;
    }

    @GetMapping("/insight/settings")
    @Allowed(Role.ADMINISTRATOR)
    ModelAndView page() {
        return Screen.of("insight/settings/settings", new SettingsView(fairScores.isOn()));
    }

    @PostMapping("/insight/settings")
    @Allowed(Role.ADMINISTRATOR)
    String turn(@RequestParam(defaultValue = "false") boolean shown, RedirectAttributes redirect) {
        fairScores.turn(shown);
        return Screen.said(
                redirect, "/insight/settings", shown ? "insight.settings.on-now" : "insight.settings.off-now");
    }
}
