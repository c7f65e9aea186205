package touchstone.platform.interview;

import java.time.Duration;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Job;
import touchstone.platform.shell.NavigationEntry;

/** What the module adds to the frame and to the work that is done again and again. */
@Configuration(proxyBeanMethods = false)
class InterviewWiring {

    private static final int ORDER = 40;

    @Bean
    NavigationEntry interviewsEntry() {
        return new NavigationEntry(
                ORDER,
                "/interviews",
                "interview.navigation",
                Set.of(Role.RECRUITER, Role.HIRING_MANAGER, Role.INTERVIEWER, Role.BAR_RAISER, Role.ADMINISTRATOR));
    }

    @Bean
    Job scorecardReminders(Reminders reminders) {
        return new Job("interview.scorecard-reminders", Duration.ofHours(1), reminders::remind);
    }
}
