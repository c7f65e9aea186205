package touchstone.worlds;

import java.time.LocalDate;
import java.util.List;

/**
 * Who the documents are about.
 *
 * @param name such as it stands on a letter
 * @param industry slug of the vocabulary that it was made with
 * @param today the day of the update; no document of the corpus is younger
 * @param teams names
 * @param people first and last names
 * @param sites towns
 * @param products names
 * @param customers names
 */
public record Company(
        String name,
        String industry,
        LocalDate today,
        List<String> teams,
        List<String> people,
        List<String> sites,
        List<String> products,
        List<String> customers) {

    public Company {
        teams = List.copyOf(teams);
        people = List.copyOf(people);
        sites = List.copyOf(sites);
        products = List.copyOf(products);
        customers = List.copyOf(customers);
    }
}
