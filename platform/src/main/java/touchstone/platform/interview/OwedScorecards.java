package touchstone.platform.interview;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import touchstone.platform.hiring.Applications;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Withholding;

/** Whoever still has to rate a candidate learns nothing of others' ratings, administrators included. */
@Component
@Transactional(readOnly = true)
class OwedScorecards implements Withholding {

    private final JdbcClient jdbc;
    private final Applications applications;

    OwedScorecards(JdbcClient jdbc, Applications applications) {
        this.jdbc = jdbc;
        this.applications = applications;
    }

    /** Applications of which the person who acts still has a scorecard to submit. */
    public Set<UUID> applications() {
        return jdbc.sql("""
            select due.application_id from interview.interview due
            join interview.seat own on own.interview_id = due.id
            where due.organisation_id = :organisation and own.account_id = :self and own.capacity <> 'SHADOW'
              and due.state in ('SCHEDULED', 'TOOK_PLACE')
              and not exists (select from interview.scorecard done
                              where done.interview_id = due.id and done.author = :self
                                and done.submitted_revision is not null)
            """)
                .param("organisation", Acting.organisation())
                .param("self", Acting.person().id())
                .query((row, number) -> row.getObject("application_id", UUID.class))
                .set();
    }

    @Override
    public Set<UUID> people() {
        return applications.of(applications()).values().stream()
                .map(candidacy -> candidacy.candidate().id())
                .collect(Collectors.toSet());
    }
}
