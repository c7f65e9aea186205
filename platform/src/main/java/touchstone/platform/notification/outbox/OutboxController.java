package touchstone.platform.notification.outbox;

import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import touchstone.platform.notification.Message;
import touchstone.platform.notification.Outbox;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.NavigationEntry;
import touchstone.platform.shell.Screen;

@Controller
class OutboxController {

    private static final int ORDER = 90;

    private final Outbox outbox;
    private final boolean sending;

    OutboxController(Outbox outbox, @Value("${spring.mail.host:}") String host) {
        this.outbox = outbox;
        this.sending = !host.isBlank();
    }

    @Bean
    static NavigationEntry outboxEntry() {
        return new NavigationEntry(ORDER, "/outbox", "notification.title", Set.of(Role.ADMINISTRATOR, Role.RECRUITER));
    }

    @GetMapping("/outbox")
    @Allowed({Role.ADMINISTRATOR, Role.RECRUITER})
    ModelAndView page(@RequestParam(defaultValue = "1") int page) {
        Outbox.Page found = outbox.messages(page);
        return Screen.of(
                "notification/outbox/outbox",
                new OutboxView(found.messages(), sending, new OutboxView.Turn(found.number(), found.more())));
    }

    @GetMapping("/outbox/{id}")
    @Allowed({Role.ADMINISTRATOR, Role.RECRUITER})
    ModelAndView message(@PathVariable UUID id) {
        Message message = outbox.get(id);
        return Screen.of("notification/outbox/message", new MessageView(message, Outbox.readable(message), sending));
    }

    @PostMapping("/outbox/{id}/send-again")
    @Allowed({Role.ADMINISTRATOR, Role.RECRUITER})
    String sendAgain(@PathVariable UUID id, RedirectAttributes redirect) {
        outbox.sendAgain(id);
        return Screen.said(redirect, "/outbox/" + id, "notification.again.done");
    }
}
