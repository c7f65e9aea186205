package touchstone.platform.hiring.board;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.NavigationEntry;
import touchstone.platform.shell.Screen;

/** The pipeline board. Cards are moved by the application's own form. */
@Controller
class BoardController {

    private static final int PLACE = 30;

    private final Board board;

    BoardController(Board board) {
        this.board = board;
    }

    @Bean
    static NavigationEntry boardEntry() {
        return new NavigationEntry(
                PLACE,
                "/board",
                "hiring.board.navigation",
                Set.of(Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR));
    }

    @GetMapping("/board")
    @Allowed({Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMINISTRATOR})
    ModelAndView page(
            @RequestParam Optional<UUID> opening,
            @RequestParam(defaultValue = "") String column,
            @RequestParam(defaultValue = "1") int page) {
        return Screen.of("hiring/board/board", board.of(opening, column, page));
    }
}
