package touchstone.worlds.company;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import touchstone.chance.Chance;

/** Everybody and everything that the company has, with names of their own. Counts follow from the size alone. */
public final class Directory {

    private final Vocabulary words;
    private final Chance chance;
    private final int documents;
    private final String company;
    private final LocalDate today;
    private final Map<String, List<Entity>> entities = new LinkedHashMap<>();
    private final Map<String, Entity> byName = new LinkedHashMap<>();

    private Directory(Vocabulary words, Chance chance, int documents) {
        this.words = words;
        this.chance = chance;
        this.documents = documents;
        company = chance.stream("company").oneOf(words.list("company roots")) + " "
                + chance.stream("company-kind").oneOf(words.list("company kinds"));
        today = LocalDate.of(2028, 1, 1).plusDays(chance.stream("today").between(0, 2000));
    }

    /** The company of a seed. */
    public static Directory of(Vocabulary words, Chance chance, int documents) {
        Directory result = new Directory(words, chance, documents);
        result.plain("site", Math.min(words.list("sites").size(), 6 + (documents / 200)), "sites");
        result.people(12 + (documents / 10));
        result.plain("team", Math.min(words.list("teams").size(), 8 + (documents / 80)), "teams");
        result.coined("product", 6 + (documents / 28), "product roots", "product kinds");
        result.coined("service", 5 + (documents / 40), "service roots", "service kinds");
        result.coined("customer", 6 + (documents / 22), "customer roots", "customer kinds");
        result.plain("market", Math.min(words.list("markets").size(), 5 + (documents / 300)), "markets");
        result.errors(12 + (documents / 7));
        result.offers();
        return result;
    }

    public String company() {
        return company;
    }

    public LocalDate today() {
        return today;
    }

    public Vocabulary words() {
        return words;
    }

    /** All entities of a type, in a fixed order. */
    public List<Entity> all(String type) {
        return entities.getOrDefault(type, List.of());
    }

    public List<String> names(String type) {
        return all(type).stream().map(Entity::name).toList();
    }

    /** The entity of a type that bears a name. */
    public Entity named(String type, String name) {
        Entity found = byName.get(type + ":" + name);
        if (found == null) {
            throw new IllegalArgumentException("There is no " + type + " named " + name);
        }
        return found;
    }

    private void add(Entity entity) {
        entities.computeIfAbsent(entity.type(), _ -> new ArrayList<>()).add(entity);
        byName.put(entity.type() + ":" + entity.name(), entity);
    }

    private void plain(String type, int count, String list) {
        List<String> names = chance.stream(type).shuffled(words.list(list));
        names.subList(0, Math.min(count, names.size())).forEach(name -> add(new Entity(type, name, "", "")));
    }

    private void people(int count) {
        List<String> first = chance.stream("first names").shuffled(words.list("first names"));
        List<String> last = chance.stream("last names").shuffled(words.list("last names"));
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; names.size() < count; i++) {
            names.add(first.get(i % first.size()) + " " + last.get((i + (i / first.size())) % last.size()));
        }
        names.forEach(name -> add(new Entity("person", name, "", "")));
    }

    /** Names of two parts; a root is used again only with a number. */
    private void coined(String type, int count, String roots, String kinds) {
        List<String> root = chance.stream(roots).shuffled(words.list(roots));
        List<String> kind = chance.stream(kinds).shuffled(words.list(kinds));
        for (int i = 0; i < count; i++) {
            int round = i / root.size();
            String stem = root.get(i % root.size());
            String tail = kind.get((i + (round * 7)) % kind.size());
            boolean numbered =
                    type.equals("product") && !words.list("product numbers").isEmpty();
            String number =
                    numbered ? " " + chance.stream("product number").key(i).oneOf(words.list("product numbers")) : "";
            String name = round == 0 ? stem + number + tail(tail) : stem + number + " " + (round + 1) + tail(tail);
            add(new Entity(type, name, code(type, stem, i), ""));
        }
    }

    private static String tail(String kind) {
        return kind.isEmpty() ? "" : " " + kind;
    }

    private String code(String type, String stem, int index) {
        String letters = stem.replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT);
        int number =
                1000 + ((index * 37 + chance.stream("code offset").key(type).between(0, 9000)) % 9000);
        return letters.charAt(0) + "" + letters.charAt(letters.length() / 2) + "-" + number;
    }

    private void errors(int count) {
        List<Entity> things = new ArrayList<>(all("product"));
        things.addAll(all("service"));
        String letters = chance.stream("error letters").oneOf(words.list("error letters"));
        int offset = chance.stream("error offset").between(0, 8000);
        for (int i = 0; i < count; i++) {
            Entity of = chance.stream("error").key(i).oneOf(things);
            int number = offset + (i * 3) + chance.stream("error number").key(i).between(0, 3);
            add(new Entity("error", letters + "-" + (1000 + number), letters + "-" + (1000 + number), of.name()));
        }
    }

    private void offers() {
        for (Entity market : all("market")) {
            for (Entity product : all("product")) {
                add(new Entity("offer", product.name() + " in " + market.name(), product.code(), market.name()));
            }
        }
    }

    /** How large the corpus is that the company writes. */
    public int documents() {
        return documents;
    }
}
