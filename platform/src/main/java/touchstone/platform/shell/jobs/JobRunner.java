package touchstone.platform.shell.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Person;
import touchstone.platform.shell.Installation;
import touchstone.platform.shell.Job;

/**
 * Runs every {@link Job} again and again, for one organisation after the other. Several processes on one database share
 * the work: a job runs in one of them at a time. When that process is killed, another takes over after some missed
 * heartbeats, so a job must bear being done twice.
 */
final class JobRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final int AT_ONCE = 2;
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration LAST_RUN = Duration.ofSeconds(20);

    private final Installation installation;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Scheduler scheduler;

    /**
     * How often to look.
     *
     * @param polling time between two looks for a job that is due
     * @param heartbeat time between two signs of life of a running job; four missing ones mean that its process is dead
     */
    record Pace(Duration polling, Duration heartbeat) {}

    JobRunner(DataSource source, List<Job> jobs, Installation installation, Pace pace) {
        this.installation = installation;
        this.scheduler = Scheduler.create(source)
                .startTasks(jobs.stream().map(this::task).toList())
                .tableName("shared.job")
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
                .executorService(threads)
                .threads(AT_ONCE)
                .pollingInterval(pace.polling())
                .heartbeatInterval(pace.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(LAST_RUN)
                .build();
    }

    private RecurringTask<Void> task(Job job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.every())).execute((instance, context) -> run(job));
    }

    void start() {
        scheduler.start();
    }

    /** Runs a job once, for every organisation; one that fails does not keep the others from theirs. */
    void run(Job job) {
        for (UUID organisation : installation.organisations()) {
            try {
                Acting.run(Person.system(organisation), job.work());
            } catch (RuntimeException failed) {
                LOG.error("job {} failed for organisation {}: {}", job.name(), organisation, where(failed));
            }
        }
    }

    /** Kind and place of a failure. Its message stays out of the log, because it may name a person. */
    private static String where(Throwable failed) {
        StringBuilder where = new StringBuilder();
        for (Throwable one = failed; one != null && where.length() < 500; one = one.getCause()) {
            where.append(where.isEmpty() ? "" : ", caused by ")
                    .append(one.getClass().getName());
            for (StackTraceElement frame : one.getStackTrace()) {
                if (frame.getClassName().startsWith("touchstone.")) {
                    where.append(" at ").append(frame);
                    break;
                }
            }
        }
        return where.toString();
    }

    @Override
    public void close() {
        scheduler.stop();
        threads.close();
    }
}
