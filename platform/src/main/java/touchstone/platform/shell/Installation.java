package touchstone.platform.shell;

import java.util.List;
import java.util.UUID;

/** The organisations that this installation serves, for work that is done for each of them. */
public interface Installation {
    List<UUID> organisations();
}
