package touchstone.platform.shared;

import java.util.Set;
import java.util.UUID;

/**
 * What a module keeps from the person who acts, whatever their role, so that pages which know nothing of that module keep
 * it too.
 */
public interface Withholding {

    /** The people about whom the person who acts must learn nothing more for now. */
    Set<UUID> people();
}
