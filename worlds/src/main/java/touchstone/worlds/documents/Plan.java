package touchstone.worlds.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import touchstone.chance.Chance;
import touchstone.worlds.Genre;
import touchstone.worlds.company.Directory;
import touchstone.worlds.company.Entity;
import touchstone.worlds.facts.Facts;
import touchstone.worlds.facts.Fate;
import touchstone.worlds.facts.Known;
import touchstone.worlds.facts.Relation;
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

    /** Genres in which anything may be mentioned. */
    private static final List<Genre> LOOSE = List.of(Genre.MEETING_MINUTES, Genre.TICKET_THREAD, Genre.WIKI_PAGE);

    /** One document in so many is a near duplicate of another. */
    private static final int COPIES = 30;

    /** Days between a value and the one that supersedes it, at least, where documents allow. */
    private static final int GAP = 60;

    /** Days over which the documents were written. */
    private static final int DAYS = 1100;

    private final Directory directory;
    private final Chance chance;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<Genre, List<Draft>> byGenre = new EnumMap<>(Genre.class);
    private final Map<String, List<Draft>> byTheme = new HashMap<>();

    private Plan(Directory directory, Chance chance) {
        this.directory = directory;
        this.chance = chance.stream("plan");
    }

    static List<Draft> of(Directory directory, Facts facts, Sizes sizes, Chance chance) {
        Plan plan = new Plan(directory, chance);
        plan.outline(sizes.documents() - (sizes.documents() / COPIES));
        plan.columns(facts);
        plan.dedicateAll(facts);
        plan.drafts.forEach(draft -> plan.byTheme
                .computeIfAbsent(draft.genre + draft.theme.name(), _ -> new ArrayList<>())
                .add(draft));
        plan.fill(facts);
        plan.copy(sizes.documents() / COPIES);
        return plan.chance.stream("order").shuffled(plan.drafts);
    }

    /** What a document of a genre is about. */
    static List<Entity> themes(Genre genre, Directory directory) {
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

    private void outline(int count) {
        List<Genre> genres = new ArrayList<>();
        SHARES.forEach((genre, share) -> {
            for (int i = 0; i < Math.max(3, count * share / 100); i++) {
                genres.add(genre);
            }
        });
        while (genres.size() < count) {
            genres.add(Genre.WIKI_PAGE);
        }
        Map<Genre, List<Entity>> themes = new EnumMap<>(Genre.class);
        for (int i = 0; i < count; i++) {
            Genre genre = genres.get(i);
            List<Entity> about =
                    themes.computeIfAbsent(genre, _ -> chance.key(genre.name()).shuffled(themes(genre, directory)));
            List<Draft> same = byGenre.computeIfAbsent(genre, _ -> new ArrayList<>());
            Draft draft = new Draft(i, genre, about.get(same.size() % about.size()), date(i));
            drafts.add(draft);
            same.add(draft);
        }
    }

    /** Each table gives one relation; those of a market take turns. */
    private void columns(Facts facts) {
        List<String> columns = facts.known().stream()
                .map(Known::relation)
                .filter(Relation::tabled)
                .map(Relation::key)
                .distinct()
                .toList();
        List<Draft> tables = byGenre.getOrDefault(Genre.PRICE_TABLE, List.of());
        int markets = directory.all("market").size();
        for (int i = 0; i < tables.size(); i++) {
            tables.get(i).column = columns.get((i + (i / markets)) % columns.size());
        }
    }

    private LocalDate date(Object key) {
        return directory.today().minusDays(3 + chance.stream("date").key(key).between(0, DAYS));
    }

    private void dedicateAll(Facts facts) {
        for (Known fact : facts.known()) {
            if (fact.fate() == Fate.REPLACED || fact.fate() == Fate.DELETED) {
                RandomGenerator draws = chance.key("dedicate", fact.id()).generator();
                List<Genre> genres = List.copyOf(fact.relation().genres());
                Draft draft;
                do {
                    List<Draft> same = byGenre.getOrDefault(genres.get(draws.nextInt(genres.size())), List.of());
                    draft = same.get(draws.nextInt(same.size()));
                } while (draft.role != Fate.STANDS);
                Entity home = directory.home(fact.subject());
                if (themes(draft.genre, directory).contains(home)) {
                    draft.theme = home;
                }
                draft.role = fact.fate();
                draft.states.add(fact);
            }
        }
    }

    private void fill(Facts facts) {
        Map<String, Known> then = new HashMap<>();
        facts.former().forEach(fact -> then.put(fact.topic(), fact));
        for (Known fact : facts.known()) {
            RandomGenerator draws = chance.key("place", fact.id()).generator();
            switch (fact.fate()) {
                case STANDS -> {
                    choose(fact, draws).ifPresent(draft -> draft.states.add(fact));
                    if (draws.nextInt(5) == 0) {
                        choose(fact, draws).ifPresent(draft -> draft.states.add(fact));
                    }
                }
                case CONTRADICTED -> choose(fact, draws).ifPresent(draft -> draft.states.add(fact));
                case REVISED -> revise(fact, then.getOrDefault(fact.topic(), fact), draws);
                case REPLACED, DELETED, UNSAID -> {}
            }
        }
        List<Known> standing = facts.known().stream()
                .filter(fact -> fact.fate() == Fate.STANDS)
                .toList();
        for (Draft draft : drafts) {
            RandomGenerator draws = chance.key("restate", draft.key).generator();
            int least = draft.genre == Genre.PRICE_TABLE ? 5 + draws.nextInt(6) : 1;
            for (int i = 0; i < 600 && draft.states.size() < least; i++) {
                Known fact = standing.get(draws.nextInt(standing.size()));
                if (fits(draft, fact)) {
                    draft.states.add(fact);
                }
            }
        }
    }

    private boolean fits(Draft draft, Known fact) {
        boolean bound = !LOOSE.contains(draft.genre);
        return fact.relation().genres().contains(draft.genre)
                && draft.takes(fact)
                && (!bound || directory.home(fact.subject()).equals(draft.theme));
    }

    /** The former value goes to any document, the present one to a younger. */
    private void revise(Known now, Known then, RandomGenerator draws) {
        Optional<Draft> first = choose(now, draws);
        if (first.isEmpty()) {
            return;
        }
        Draft old = first.get();
        Draft young = old;
        for (int i = 0; i < 12 && young.date.isBefore(old.date.plusDays(GAP)); i++) {
            young = choose(now, draws).orElse(old);
        }
        for (int i = 0; i < 100 && !now.relation().tabled() && young.date.isBefore(old.date.plusDays(GAP)); i++) {
            Draft loose = any(LOOSE, draws);
            young = loose.role != Fate.DELETED && loose.takes(now) ? loose : young;
        }
        boolean ordered = old.date.isBefore(young.date);
        if (!old.date.equals(young.date)) {
            (ordered ? old : young).states.add(then);
            (ordered ? young : old).states.add(now);
        }
    }

    private Draft any(List<Genre> genres, RandomGenerator draws) {
        List<Draft> same = byGenre.getOrDefault(genres.get(draws.nextInt(genres.size())), List.of());
        return same.get(draws.nextInt(same.size()));
    }

    /** A document where somebody would write this: about its subject if there is one with room, else a loose one. */
    private Optional<Draft> choose(Known fact, RandomGenerator draws) {
        Entity home = directory.home(fact.subject());
        List<Draft> near = new ArrayList<>();
        for (Genre genre : fact.relation().genres()) {
            for (Draft draft : byTheme.getOrDefault(genre + home.name(), List.of())) {
                if (draft.role != Fate.DELETED && draft.takes(fact)) {
                    near.add(draft);
                }
            }
        }
        if (!near.isEmpty()) {
            return Optional.of(near.get(draws.nextInt(near.size())));
        }
        for (int i = 0; i < 200 && !fact.relation().tabled(); i++) {
            Draft draft = any(LOOSE, draws);
            if (draft.role != Fate.DELETED && draft.takes(fact)) {
                return Optional.of(draft);
            }
        }
        return Optional.empty();
    }

    private void copy(int count) {
        List<Draft> originals = chance.stream("copies").shuffled(drafts).stream()
                .filter(draft ->
                        draft.role == Fate.STANDS && draft.states.stream().allMatch(fact -> fact.fate() == Fate.STANDS))
                .limit(count)
                .toList();
        if (originals.size() < count) {
            throw new IllegalStateException("Too few documents can be copied");
        }
        for (Draft original : originals) {
            Draft copy = new Draft(original.key, original.genre, original.theme, date("copy " + original.key));
            copy.edited = true;
            copy.column = original.column;
            copy.states.addAll(original.states);
            drafts.add(copy);
        }
    }
}
