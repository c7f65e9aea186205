package touchstone.platform.identity;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import touchstone.platform.shell.Installation;

@Component
record EveryOrganisation(Organisations all) implements Installation {
    @Override
    public List<UUID> organisations() {
        return all.all();
    }
}
