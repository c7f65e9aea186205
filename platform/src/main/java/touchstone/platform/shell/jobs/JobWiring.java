package touchstone.platform.shell.jobs;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import touchstone.platform.shell.Installation;
import touchstone.platform.shell.Job;

/** Starts the jobs once the pages can be reached, unless {@code touchstone.jobs} is false. */
@Configuration
@ConditionalOnBooleanProperty(name = "touchstone.jobs", matchIfMissing = true)
class JobWiring {

    private static final JobRunner.Pace PACE = new JobRunner.Pace(Duration.ofSeconds(5), Duration.ofSeconds(20));

    @Bean
    JobRunner jobRunner(DataSource source, List<Job> jobs, Installation installation) {
        return new JobRunner(source, jobs, installation, PACE);
    }

    @Bean
    Starter jobStarter(JobRunner runner) {
        return new Starter(runner);
    }

    record Starter(JobRunner runner) {
        /** Beside the main thread: nobody waits for it. */
        @EventListener(ApplicationReadyEvent.class)
        void ready() {
            Thread.ofVirtual().name("touchstone-jobs-start").start(runner::start);
        }
    }
}
