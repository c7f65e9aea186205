package touchstone.platform.debrief;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.measurement.ratings.Facet;
import touchstone.measurement.ratings.RatingTable;
import touchstone.measurement.ratings.RatingTableBuilder;
import touchstone.measurement.ratings.Scale;
import touchstone.platform.hiring.Journeys;
import touchstone.platform.hiring.Journeys.Journey;
import touchstone.platform.identity.Accounts;
import touchstone.platform.interview.RatingLog;
import touchstone.platform.interview.RatingLog.Entry;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Person;

/** The organisation's ratings that are open, from the debrief of their application on, as statistics take them. */
@Service
@Transactional(readOnly = true)
public class OpenRatings {

    private static final Scale SCALE = new Scale(1, 5);

    private final Journeys journeys;
    private final RatingLog log;
    private final Accounts accounts;

    OpenRatings(Journeys journeys, RatingLog log, Accounts accounts) {
        this.journeys = journeys;
        this.log = log;
        this.accounts = accounts;
    }

    /**
     * The ratings with what is needed to name them.
     *
     * @param table candidates are ids of applications, interviewers ids of accounts, dimensions ids of competencies; empty
     *     without ratings
     * @param entries the same ratings, and those that a later one of the same interviewer replaced
     * @param journeys of the applications in it, by id
     * @param interviewers names by id
     */
    public record Read(
            Optional<RatingTable> table,
            List<Entry> entries,
            Map<UUID, Journey> journeys,
            Map<UUID, String> interviewers) {
        public Read {
            entries = List.copyOf(entries);
            journeys = Map.copyOf(journeys);
            interviewers = Map.copyOf(interviewers);
        }

        /** Ids of an opening's applications that the table has. */
        Set<String> ofOpening(UUID opening) {
            Set<String> peers = new HashSet<>();
            for (String candidate : table.map(RatingTable::candidates).orElse(List.of())) {
                Journey journey = journeys.get(UUID.fromString(candidate));
                if (journey != null && journey.opening().equals(opening)) {
                    peers.add(candidate);
                }
            }
            return peers;
        }

        /** The candidate's name, by the id that the table has. */
        public String candidate(String application) {
            return Optional.ofNullable(journeys.get(UUID.fromString(application)))
                    .map(journey -> journey.candidate().name())
                    .orElse(application);
        }

        /** The interviewer's name, by the id that the table has. */
        public String interviewer(String account) {
            return interviewers.getOrDefault(UUID.fromString(account), account);
        }
    }

    /** All of them. Where an interviewer rated a competency of an application twice, the later rating counts. */
    public Read read() {
        Map<UUID, Journey> open = Acting.as(Person.system(Acting.organisation()), journeys::all).stream()
                .filter(Journey::ratingsOpen)
                .collect(Collectors.toMap(Journey::application, Function.identity()));
        List<Entry> entries = log.counted().stream()
                .filter(entry -> open.containsKey(entry.application()))
                .toList();
        return new Read(
                table(entries),
                entries,
                open,
                accounts.names(
                        entries.stream().map(Entry::interviewer).distinct().toList()));
    }

    private record Cell(UUID application, UUID interviewer, String competency) {}

    private static Optional<RatingTable> table(List<Entry> entries) {
        Map<Cell, Integer> newest = new LinkedHashMap<>();
        entries.forEach(entry ->
                newest.put(new Cell(entry.application(), entry.interviewer(), entry.competency()), entry.value()));
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        RatingTableBuilder rows = RatingTable.builder(SCALE, Facet.INTERVIEWER, Facet.DIMENSION);
        newest.forEach((cell, value) -> rows.add(
                cell.application().toString(), value, cell.interviewer().toString(), cell.competency()));
        return Optional.of(rows.build());
    }

    /** The ratings as CSV, one line each, as the command line's {@code measure} reads it: ids stand for people. */
    public String csv() {
        StringBuilder text = new StringBuilder("candidate,interviewer,dimension,rating\n");
        read().table().ifPresent(table -> {
            for (int row = 0; row < table.size(); row++) {
                text.append(table.candidates().get(table.candidateOf(row)));
                for (int facet = 0; facet < table.facets().size(); facet++) {
                    text.append(',').append(table.facets().get(facet).elements().get(table.elementOf(facet, row)));
                }
                text.append(',').append(table.rating(row)).append('\n');
            }
        });
        return text.toString();
    }
}
