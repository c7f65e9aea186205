package touchstone.platform.identity;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import touchstone.platform.shell.Installation;

@Component
record EveryOrganisation(JdbcClient jdbc) implements Installation {
    @Override
    public List<UUID> organisations() {
        return jdbc.sql("select id from identity.organisation order by created_at, id")
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }
}
