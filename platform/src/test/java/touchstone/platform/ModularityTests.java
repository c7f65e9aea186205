package touchstone.platform;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The modules use only the modules to their left, and only their public types. */
class ModularityTests {

    @Test
    void keepsTheModulesApart() {
        ApplicationModules.of(Platform.class).verify();
    }
}
