package touchstone.platform.catalogue;

import org.springframework.stereotype.Service;
import touchstone.catalogue.Catalogue;
import touchstone.catalogue.CorePack;

/** The catalogue that the organisation interviews with. */
@Service
public class CurrentCatalogue {

    private final Catalogue core = CorePack.catalogue();

    public Catalogue get() {
        return core;
    }
}
