package touchstone.platform.catalogue;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.NavigationEntry;

/** How people get to the catalogue. */
@Configuration
class CatalogueNavigation {

    private static final int ORDER = 50;

    @Bean
    NavigationEntry catalogueEntry() {
        return new NavigationEntry(
                ORDER, "/catalogue", "catalogue.navigation", EnumSet.complementOf(EnumSet.of(Role.CANDIDATE)));
    }

    @Bean
    NavigationEntry candidateCatalogueEntry() {
        return new NavigationEntry(
                ORDER, "/catalogue/candidate", "catalogue.candidate.navigation", Set.of(Role.CANDIDATE));
    }
}
