package touchstone.platform.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.catalogue.Catalogue;
import touchstone.catalogue.CatalogueException;
import touchstone.catalogue.PackReader;
import touchstone.platform.shared.Acting;

/** The catalogue of the organisation of the person who acts: the core pack, with the organisation's own pack over it. */
@Service
@Transactional(readOnly = true)
public class CurrentCatalogue {

    /** Used where the organisation's pack has no pack.yaml of its own. */
    public static final String TITLE = """
        id: own
        title: Our own pack
        version: 1.0.0
        summary: What this organisation adds to the core catalogue.
        """;

    private static final String TITLE_PATH = "pack.yaml";
    private static final int MOST_KEPT = 32;
    private static final Logger LOG = LoggerFactory.getLogger(CurrentCatalogue.class);

    /**
     * What an organisation works with.
     *
     * @param version of its own pack; 0 for none
     * @param problem why its own pack is left out: it was accepted once, and does not fit the core pack of this release
     */
    public record State(int version, Catalogue catalogue, Optional<CatalogueException> problem) {}

    private final JdbcClient jdbc;
    private final CoreCatalogue core;
    private final Map<UUID, State> kept = new LinkedHashMap<>(MOST_KEPT, 0.75f, true);

    CurrentCatalogue(JdbcClient jdbc, CoreCatalogue core) {
        this.jdbc = jdbc;
        this.core = core;
    }

    /** Everything that the organisation interviews with. */
    public Catalogue get() {
        return state().catalogue();
    }

    /** The same, with how it came about. */
    public State state() {
        UUID organisation = Acting.organisation();
        int version = jdbc.sql("select version from catalogue.pack where organisation_id = ?")
                .param(organisation)
                .query((row, number) -> row.getInt("version"))
                .optional()
                .orElse(0);
        if (version == 0) {
            return new State(0, core.catalogue(), Optional.empty());
        }
        synchronized (kept) {
            State known = kept.get(organisation);
            if (known != null && known.version() == version) {
                return known;
            }
        }
        State read = read(version, files());
        synchronized (kept) {
            kept.put(organisation, read);
            if (kept.size() > MOST_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return read;
    }

    /** The texts of the organisation's own pack by their path. */
    public Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        jdbc.sql("select path, content from catalogue.pack_file where organisation_id = ?")
                .param(Acting.organisation())
                .query(row -> {
                    files.put(row.getString("path"), row.getString("content"));
                });
        return files;
    }

    /**
     * What the catalogue would be with these files as the organisation's own pack.
     *
     * @throws CatalogueException with file, line and one sentence, when it cannot be used
     */
    public Catalogue with(Map<String, String> files) {
        if (files.isEmpty()) {
            return core.catalogue();
        }
        Map<String, String> whole = new TreeMap<>(files);
        whole.putIfAbsent(TITLE_PATH, TITLE);
        return core.catalogue().with(PackReader.parse(whole));
    }

    private State read(int version, Map<String, String> files) {
        try {
            return new State(version, with(files), Optional.empty());
        } catch (CatalogueException wrong) {
            LOG.warn("the pack of organisation {} does not fit this release: {}", Acting.organisation(), wrong.code());
            return new State(version, core.catalogue(), Optional.of(wrong));
        }
    }
}
