package touchstone.platform.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import touchstone.platform.identity.Account;
import touchstone.platform.shared.Person;

/**
 * Leaves other people out of what is told about one person: ids, full names, addresses and single names of accounts
 * become {@code a colleague}, in values, in keys and inside of sentences.
 *
 * <p>Single names count only as whole words written as the account writes them, and not when the person has the same
 * name. Somebody who is not an account, such as another candidate in an interviewer's comment, is not found.
 */
final class Redaction {

    static final String COLLEAGUE = "a colleague";

    private static final int SHORTEST_NAME = 3;

    private final UUID person;
    private final Pattern others;

    /**
     * @param person whom the file is about
     * @param others everybody else
     * @param ownName the person's, never left out
     */
    Redaction(UUID person, List<Account> others, String ownName) {
        this.person = person;
        Set<String> own = parts(ownName).collect(Collectors.toSet());
        Stream<String> whole = others.stream()
                .flatMap(account -> Stream.of(account.id().toString(), account.email(), account.name()))
                .filter(text -> !text.equalsIgnoreCase(ownName))
                .map(text -> "(?i:" + Pattern.quote(text) + ")");
        Stream<String> single = others.stream()
                .flatMap(account -> parts(account.name()))
                .filter(part -> part.length() >= SHORTEST_NAME && !own.contains(part))
                .map(Pattern::quote);
        Set<String> all = new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        Stream.concat(whole, single).forEach(all::add);
        this.others = all.isEmpty()
                ? Pattern.compile("(?!)")
                : Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + String.join("|", all) + ")(?![\\p{L}\\p{N}])");
    }

    private static Stream<String> parts(String name) {
        return Pattern.compile("[\\s.,]+").splitAsStream(name).filter(part -> !part.isBlank());
    }

    /** Who did something, as the person may know it. */
    String actor(UUID actor) {
        if (actor.equals(person)) {
            return "this person";
        }
        return actor.equals(Person.SYSTEM) ? "Touchstone" : COLLEAGUE;
    }

    JsonNode of(JsonNode node) {
        if (node.isString()) {
            return JsonNodeFactory.instance.stringNode(of(node.stringValue()));
        }
        if (node instanceof ArrayNode array) {
            ArrayNode left = JsonNodeFactory.instance.arrayNode();
            array.forEach(each -> left.add(of(each)));
            return left;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode left = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> each : object.properties()) {
                left.set(unused(left, of(each.getKey())), of(each.getValue()));
            }
            return left;
        }
        return node;
    }

    String of(String text) {
        return others.matcher(text).replaceAll(COLLEAGUE);
    }

    private static String unused(ObjectNode object, String key) {
        String free = key;
        for (int number = 2; object.has(free); number++) {
            free = String.format(Locale.ROOT, "%s (%d)", key, number);
        }
        return free;
    }
}
