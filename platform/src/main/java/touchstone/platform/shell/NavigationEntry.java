package touchstone.platform.shell;

import java.util.Set;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/**
 * One entry of the navigation, which a module offers as a bean.
 *
 * @param order from left to right
 * @param path where it leads
 * @param key of its text
 * @param roles who sees it
 */
public record NavigationEntry(int order, String path, String key, Set<Role> roles) {

    boolean isFor(Person person) {
        return roles.stream().anyMatch(person::is);
    }

    boolean isCurrent(String current) {
        return current.equals(path) || current.startsWith(path + "/");
    }
}
