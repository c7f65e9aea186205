package touchstone.worlds.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.chance.Chance;
import touchstone.worlds.Genre;
import touchstone.worlds.company.Directory;
import touchstone.worlds.company.Entity;
import touchstone.worlds.facts.Facts;
import touchstone.worlds.facts.Fate;
import touchstone.worlds.facts.Known;
import touchstone.worlds.facts.Sizes;

/** Which documents there are and what each of them states. Counts by genre and role follow from the size alone. */
final class Plan {

    private static final Map<Genre, Integer> SHARES = new EnumMap<>(Map.of(
            Genre.POLICY, 14,
            Genre.RUNBOOK, 14,
            Genre.RELEASE_NOTE, 10,
            Genre.WIKI_PAGE, 18,
            Genre.TICKET_THREAD, 18,
            Genre.MEETING_MINUTES, 10,
            Genre.CONTRACT_EXCERPT, 9,
            Genre.PRICE_TABLE, 7));

    private final Directory directory;
    private final Chance chance;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<Genre, List<Draft>> byGenre = new EnumMap<>(Genre.class);

    private Plan(Directory directory, Chance chance) {
        this.directory = directory;
        this.chance = chance.stream("plan");
    }

    static List<Draft> of(Directory directory, Facts facts, Sizes sizes, Chance chance) {
        Plan plan = new Plan(directory, chance);
        plan.outline(sizes);
        plan.fill(facts);
        return plan.drafts;
    }

    private void outline(Sizes sizes) {
        List<Genre> genres = new ArrayList<>();
        SHARES.forEach((genre, share) -> {
            for (int i = 0; i < Math.max(2, sizes.documents() * share / 100); i++) {
                genres.add(genre);
            }
        });
        while (genres.size() < sizes.documents()) {
            genres.add(Genre.WIKI_PAGE);
        }
        List<Genre> order = chance.stream("genres").shuffled(genres.subList(0, sizes.documents()));
        for (int i = 0; i < order.size(); i++) {
            List<Entity> themes = themes(order.get(i));
            Draft draft = new Draft(
                    i, order.get(i), Fate.STANDS, chance.key("theme", i).oneOf(themes), date(i));
            drafts.add(draft);
            byGenre.computeIfAbsent(draft.genre, _ -> new ArrayList<>()).add(draft);
        }
    }

    private LocalDate date(int number) {
        double late = chance.key("date", number).uniform();
        return directory.today().minusDays(3 + (long) (late * 1100));
    }

    private List<Entity> themes(Genre genre) {
        List<String> types = switch (genre) {
            case POLICY -> List.of("site");
            case RUNBOOK, RELEASE_NOTE -> List.of("product", "service");
            case WIKI_PAGE -> List.of("product", "service", "team", "site", "customer");
            case TICKET_THREAD -> List.of("product", "service", "customer");
            case MEETING_MINUTES -> List.of("team");
            case CONTRACT_EXCERPT -> List.of("customer");
            case PRICE_TABLE -> List.of("market");
        };
        return types.stream().flatMap(type -> directory.all(type).stream()).toList();
    }

    private void fill(Facts facts) {
        List<Known> order = new ArrayList<>(facts.known());
        order.addAll(facts.former());
        order.sort(Comparator.comparingInt(fact -> rank(fact.fate())));
        for (Known fact : order) {
            switch (fact.fate()) {
                case REPLACED, DELETED -> dedicate(fact);
                case STANDS, CONTRADICTED -> place(fact, "first");
                case REVISED -> place(fact, fact.successor().isPresent() ? "then" : "now");
                case UNSAID -> {}
            }
            if (fact.fate() == Fate.STANDS && chance.key("again", fact.id()).happens(0.2)) {
                place(fact, "again");
            }
        }
        drafts.stream()
                .filter(draft -> draft.states.isEmpty() && draft.genre != Genre.PRICE_TABLE)
                .forEach(draft -> restate(draft, facts));
    }

    private static int rank(Fate fate) {
        return fate == Fate.REPLACED || fate == Fate.DELETED ? 0 : 1;
    }

    /** Turns a draft that stands into one that the update replaces or deletes, and gives it the fact. */
    private void dedicate(Known fact) {
        List<Draft> fit = drafts.stream()
                .filter(draft ->
                        draft.role == Fate.STANDS && fact.relation().genres().contains(draft.genre))
                .toList();
        Draft old = chance.key("dedicate", fact.id()).oneOf(fit);
        Draft draft = new Draft(old.number, old.genre, fact.fate(), old.theme, old.date);
        home(fact).filter(theme -> themes(old.genre).contains(theme)).ifPresent(theme -> draft.theme = theme);
        draft.states.add(fact);
        drafts.set(old.number, draft);
        List<Draft> same = byGenre.getOrDefault(old.genre, new ArrayList<>());
        same.set(same.indexOf(old), draft);
    }

    private Optional<Entity> home(Known fact) {
        return switch (fact.subject().type()) {
            case "error" ->
                directory.all("product").stream()
                        .filter(thing -> thing.name().equals(fact.subject().of()))
                        .findFirst()
                        .or(() -> directory.all("service").stream()
                                .filter(thing ->
                                        thing.name().equals(fact.subject().of()))
                                .findFirst());
            case "offer" -> Optional.of(directory.named("market", fact.subject().of()));
            default -> Optional.of(fact.subject());
        };
    }

    private void place(Known fact, String time) {
        List<Draft> allowed = byGenre.entrySet().stream()
                .filter(entry -> fact.relation().genres().contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .filter(draft -> draft.role != Fate.DELETED && !draft.states.contains(fact))
                .toList();
        Optional<Entity> home = home(fact);
        List<Draft> near = allowed.stream()
                .filter(draft -> home.filter(draft.theme::equals).isPresent() && draft.states.size() < 5)
                .toList();
        List<Draft> mixed = allowed.stream()
                .filter(draft -> draft.genre == Genre.MEETING_MINUTES
                        || draft.genre == Genre.TICKET_THREAD
                        || draft.genre == Genre.WIKI_PAGE)
                .toList();
        List<Draft> choice = !near.isEmpty() ? near : !mixed.isEmpty() ? mixed : allowed;
        if (!choice.isEmpty()) {
            choice = choice.stream().filter(draft -> clear(draft, fact)).toList();
        }
        if (!choice.isEmpty()) {
            chance.key("place", fact.id(), time).oneOf(choice).states.add(fact);
        }
    }

    /** A document does not state two versions of a fact. */
    private static boolean clear(Draft draft, Known fact) {
        return draft.states.stream()
                .noneMatch(stated -> stated.relation().equals(fact.relation())
                        && stated.subject().equals(fact.subject()));
    }

    private void restate(Draft draft, Facts facts) {
        List<Known> fit = facts.known().stream()
                .filter(fact -> fact.fate() == Fate.STANDS
                        && fact.relation().genres().contains(draft.genre)
                        && draft.genre != Genre.CONTRACT_EXCERPT)
                .toList();
        if (!fit.isEmpty()) {
            draft.states.add(chance.key("restate", draft.number).oneOf(fit));
        }
    }
}
