package touchstone.platform.identity.setup;

import java.util.Set;
import touchstone.platform.shared.Role;

/**
 * The page of the first start.
 *
 * @param token of the link
 * @param zone what the computer thinks
 * @param roles ticked beforehand
 */
public record SetupView(String token, String zone, Set<Role> roles) {}
