package touchstone.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import touchstone.catalogue.content.Competency;
import touchstone.catalogue.content.Entry;
import touchstone.catalogue.content.Frame;
import touchstone.catalogue.content.LevelPicture;
import touchstone.catalogue.content.Plan;
import touchstone.catalogue.content.Question;
import touchstone.catalogue.content.Requirement;
import touchstone.catalogue.content.Role;

/**
 * What a hiring team works with: the core pack, with the organisation's own packs over it. Immutable; every reference
 * leads somewhere. Lists have the order in which entries came in; a replaced entry keeps its place.
 */
public final class Catalogue {

    private final Map<Class<? extends Entry>, Map<String, Located<?>>> entries;
    private final Search search;

    private Catalogue(Map<Class<? extends Entry>, Map<String, Located<?>>> entries) {
        this.entries = entries;
        ReferenceCheck.check(this, located());
        this.search = new Search(entries());
    }

    /**
     * The catalogue of a pack that needs no other.
     *
     * @throws CatalogueException when a reference leads nowhere
     */
    public static Catalogue of(Pack pack) {
        return new Catalogue(merged(Map.of(), pack));
    }

    /**
     * This catalogue with a pack over it: an entry of the same type and id is replaced, a new one is added.
     *
     * @throws CatalogueException when a reference of either leads nowhere
     */
    public Catalogue with(Pack pack) {
        return new Catalogue(merged(entries, pack));
    }

    private static Map<Class<? extends Entry>, Map<String, Located<?>>> merged(
            Map<Class<? extends Entry>, Map<String, Located<?>>> below, Pack pack) {
        Map<Class<? extends Entry>, Map<String, Located<?>>> all = new LinkedHashMap<>();
        below.forEach((type, located) -> all.put(type, new LinkedHashMap<>(located)));
        for (Located<?> located : pack.located()) {
            all.computeIfAbsent(located.entry().getClass(), type -> new LinkedHashMap<>())
                    .put(located.entry().id(), located);
        }
        return all;
    }

    /** All entries of a type. */
    public <T extends Entry> List<T> all(Class<T> type) {
        return byId(type).values().stream().map(Located::entry).map(type::cast).toList();
    }

    /** All entries. */
    public List<Entry> entries() {
        return located().stream().<Entry>map(Located::entry).toList();
    }

    /** The entry with this id. */
    public <T extends Entry> Optional<T> find(Class<T> type, String id) {
        return Optional.ofNullable(byId(type).get(id)).map(Located::entry).map(type::cast);
    }

    /**
     * The entry with this id.
     *
     * @throws NoSuchElementException when there is none
     */
    public <T extends Entry> T get(Class<T> type, String id) {
        return find(type, id)
                .orElseThrow(() -> new NoSuchElementException("no " + type.getSimpleName() + " has the id " + id));
    }

    public List<Competency> competencies() {
        return all(Competency.class);
    }

    public Optional<Competency> competency(String id) {
        return find(Competency.class, id);
    }

    public List<Question> questions() {
        return all(Question.class);
    }

    public Optional<Question> question(String id) {
        return find(Question.class, id);
    }

    public List<Role> roles() {
        return all(Role.class);
    }

    public Optional<Role> role(String id) {
        return find(Role.class, id);
    }

    /** The templates that a plan starts from. */
    public List<Plan> plans() {
        return all(Plan.class);
    }

    public Optional<Plan> plan(String id) {
        return find(Plan.class, id);
    }

    public List<LevelPicture> levels() {
        return all(LevelPicture.class);
    }

    public Optional<Frame> frame(String id) {
        return find(Frame.class, id);
    }

    public List<Requirement> requirements() {
        return all(Requirement.class);
    }

    /**
     * The entries that hold every word of the query, best first. A word matches the beginning of another; a title weighs
     * more than a prompt. Entries of the same score keep the catalogue's order.
     *
     * @return empty for a query without words
     */
    public List<SearchHit> search(String query) {
        return search.find(query);
    }

    /** For every requirement, in their order, the entries that cover it; an empty list where nothing does. */
    public Map<String, List<Entry>> coverage() {
        Map<String, List<Entry>> covered = new LinkedHashMap<>();
        requirements().forEach(requirement -> covered.put(requirement.id(), new ArrayList<>()));
        for (Entry entry : entries()) {
            entry.covers().stream()
                    .distinct()
                    .forEach(id -> covered.getOrDefault(id, new ArrayList<>()).add(entry));
        }
        covered.replaceAll((id, by) -> List.copyOf(by));
        return Collections.unmodifiableMap(covered);
    }

    private List<Located<?>> located() {
        return entries.values().stream()
                .<Located<?>>flatMap(kind -> kind.values().stream())
                .toList();
    }

    private Map<String, Located<?>> byId(Class<? extends Entry> type) {
        return entries.getOrDefault(type, Map.of());
    }
}
