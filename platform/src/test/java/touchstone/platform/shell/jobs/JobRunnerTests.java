package touchstone.platform.shell.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import touchstone.platform.fixtures.PlatformTest;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Person;
import touchstone.platform.shell.Job;

/** Jobs run for every organisation, in one process at a time, and go on when that process was killed. */
class JobRunnerTests extends PlatformTest {

    private static final JobRunner.Pace QUICK = new JobRunner.Pace(Duration.ofMillis(50), Duration.ofSeconds(1));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private DataSource source;

    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    private static Job job(Runnable work) {
        return new Job("test-" + UUID.randomUUID(), Duration.ofMillis(100), work);
    }

    private JobRunner runner(Job job) {
        return new JobRunner(source, List.of(job), () -> List.of(one, other), QUICK);
    }

    @Test
    void actsForEveryOrganisation() {
        Set<Person> acted = ConcurrentHashMap.newKeySet();
        try (JobRunner runner = runner(job(() -> acted.add(Acting.person())))) {
            runner.start();
            await().atMost(PATIENCE).until(() -> acted.equals(Set.of(Person.system(one), Person.system(other))));
        }
    }

    @Test
    void goesOnAfterAFailure() {
        AtomicInteger count = new AtomicInteger();
        Job job = job(() -> {
            count.incrementAndGet();
            throw new IllegalStateException("on purpose");
        });
        try (JobRunner runner = runner(job)) {
            runner.start();
            await().atMost(PATIENCE).until(() -> count.get() >= 6);
        }
    }

    @Test
    void runsInOneProcessAtATime() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger count = new AtomicInteger();
        Job job = job(() -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(20).toNanos());
            now.decrementAndGet();
            count.incrementAndGet();
        });
        try (JobRunner first = runner(job);
                JobRunner second = runner(job)) {
            first.start();
            second.start();
            await().atMost(PATIENCE).until(() -> count.get() >= 20);
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void takesOverFromAProcessThatWasKilled() {
        AtomicInteger count = new AtomicInteger();
        Job job = job(count::incrementAndGet);
        jdbc.sql("""
            insert into shared.job
              (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
            values (?, 'recurring', now() - interval '1 hour', true, 'killed', now() - interval '1 hour', 1)
            """).param(job.name()).update();
        try (JobRunner runner = runner(job)) {
            runner.start();
            await().atMost(PATIENCE).until(() -> count.get() >= 2);
        }
    }
}
