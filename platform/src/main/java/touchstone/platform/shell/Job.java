package touchstone.platform.shell;

import java.time.Duration;
import touchstone.platform.shared.Person;

/**
 * Work that is done again and again, once for every organisation, by one process at a time. A module offers it as a bean.
 *
 * @param name stable and unique
 * @param every time between two runs
 * @param work for one organisation; runs in no transaction of its own, acting as {@link Person#system}
 */
public record Job(String name, Duration every, Runnable work) {}
