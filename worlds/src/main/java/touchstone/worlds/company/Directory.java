package touchstone.worlds.company;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        result.plain("site", Math.min(words.list("sites").size(), 8 + (documents / 200)), "sites");
        result.people(12 + (documents / 12));
        result.plain("team", 8 + (documents / 80), "teams");
        result.products(8 + (documents / 28));
        result.coined("service", 8 + (documents / 40));
        result.coined("customer", 10 + (documents / 16));
        result.plain("market", Math.min(words.list("markets").size(), 4 + (documents / 250)), "markets");
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

    /** The product or service that an error belongs to, the market of an offer, otherwise the entity. */
    public Entity home(Entity entity) {
        return switch (entity.type()) {
            case "error" -> byBrief(entity.of());
            case "offer" -> named("market", entity.of());
            default -> entity;
        };
    }

    private Entity byBrief(String brief) {
        Entity product = byName.get("brief product:" + brief);
        return product == null ? named("brief service", brief) : product;
    }

    private void add(Entity entity) {
        entities.computeIfAbsent(entity.type(), _ -> new ArrayList<>()).add(entity);
        byName.put(entity.type() + ":" + entity.name(), entity);
        byName.put("brief " + entity.type() + ":" + entity.brief(), entity);
    }

    /** Names of a list; when it is used up, with a site before them. */
    private void plain(String type, int count, String list) {
        List<String> names = chance.stream(type).shuffled(words.list(list));
        for (int i = 0; i < count; i++) {
            String name = names.get(i % names.size());
            int round = i / names.size();
            if (round > 0) {
                name = all("site").get(round % all("site").size()).name() + " " + name;
            }
            if (round <= all("site").size()) {
                add(new Entity(type, name, name, "", ""));
            }
        }
    }

    private void people(int count) {
        List<String> first = chance.stream("first names").shuffled(words.list("first names"));
        List<String> last = chance.stream("last names").shuffled(words.list("last names"));
        for (int i = 0; i < Math.min(count, first.size() * last.size()); i++) {
            String name = first.get(i % first.size()) + " " + last.get((i + (i / first.size())) % last.size());
            add(new Entity("person", name, name, "", ""));
        }
    }

    /** Products are a root and a number; the kind says what they are. */
    private void products(int count) {
        List<String> roots = chance.stream("product roots").shuffled(words.list("product roots"));
        List<String> kinds = chance.stream("product kinds").shuffled(words.list("product kinds"));
        List<String> numbers = chance.stream("product numbers").shuffled(words.list("product numbers"));
        for (int i = 0; i < count; i++) {
            int round = i / roots.size();
            String number = numbers.get((i + round) % numbers.size());
            String series = round < numbers.size() ? "" : "" + (char) ('A' + ((round / numbers.size()) % 26));
            String brief = roots.get(i % roots.size()) + " " + number + series;
            add(new Entity("product", brief + " " + kinds.get(i % kinds.size()), brief, code(brief, i), ""));
        }
    }

    /** Names of a root and a kind; while no root is used twice, the root alone is enough. */
    private void coined(String type, int count) {
        List<String> roots = chance.stream(type + " roots").shuffled(words.list(type + " roots"));
        List<String> kinds = chance.stream(type + " kinds").shuffled(words.list(type + " kinds"));
        for (int i = 0; i < count; i++) {
            int round = i / roots.size();
            String site = round < kinds.size()
                    ? ""
                    : all("site")
                                    .get((round / kinds.size()) % all("site").size())
                                    .name() + " ";
            String name = site + roots.get(i % roots.size()) + " " + kinds.get((i + round) % kinds.size());
            add(new Entity(type, name, count <= roots.size() ? roots.get(i) : name, "", ""));
        }
    }

    private String code(String name, int index) {
        String letters = name.replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT);
        int number = 1000 + (((index * 379) + chance.stream("code offset").between(0, 9000)) % 9000);
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
            String name = letters + "-" + (1000 + number);
            add(new Entity("error", name, name, name, of.brief()));
        }
    }

    private void offers() {
        for (Entity market : all("market")) {
            for (Entity product : all("product")) {
                String name = product.name() + " in " + market.name();
                add(new Entity("offer", name, product.name(), product.code(), market.name()));
            }
        }
    }

    /** How large the corpus is that the company writes. */
    public int documents() {
        return documents;
    }
}
