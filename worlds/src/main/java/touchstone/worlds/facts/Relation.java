package touchstone.worlds.facts;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import touchstone.worlds.Genre;
import touchstone.worlds.company.Vocabulary;
import touchstone.worlds.text.Phrase;

/**
 * What can be said of a type of entity, and how: a section {@code [relation TYPE NAME]} of a vocabulary.
 *
 * @param type of the entities that it is about
 * @param name its slug
 * @param value the kind of its values, for {@link Values#draw}
 * @param group how many subjects share a value, at most; 0 where each has its own
 * @param genres documents that state it
 * @param phrases by use: {@code say}, {@code ask}, {@code far}, {@code answer}, {@code compare}, {@code which} ...
 */
public record Relation(
        String type, String name, String value, int group, Set<Genre> genres, Map<String, List<Phrase>> phrases) {

    /** All relations of an industry, in the order of its vocabulary. */
    public static List<Relation> of(Vocabulary words) {
        return words.headings("relation ").stream()
                .map(heading -> read(heading, words.list(heading)))
                .toList();
    }

    private static Relation read(String heading, List<String> lines) {
        Map<String, List<Phrase>> phrases = new LinkedHashMap<>();
        Map<String, String> settings = new LinkedHashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(": ");
            String key = line.substring(0, colon);
            String rest = line.substring(colon + 2);
            switch (key) {
                case "value", "genres", "group" -> settings.put(key, rest);
                default -> phrases.computeIfAbsent(key, _ -> new ArrayList<>()).add(Phrase.of(rest));
            }
        }
        Set<Genre> genres = EnumSet.noneOf(Genre.class);
        for (String genre : settings.getOrDefault("genres", "").split(" ", -1)) {
            genres.add(Genre.valueOf(genre));
        }
        String[] names = heading.split(" ", -1);
        return new Relation(
                names[1],
                names[2],
                settings.getOrDefault("value", ""),
                Integer.parseInt(settings.getOrDefault("group", "0")),
                genres,
                phrases);
    }

    /** Names it among all relations of the industry. */
    public String key() {
        return type + " " + name;
    }

    /** Phrases for a use, none if the vocabulary gives none. */
    public List<Phrase> phrases(String use) {
        return phrases.getOrDefault(use, List.of());
    }

    public boolean can(String use) {
        return phrases.containsKey(use);
    }

    /** Whether a table states it, a row for each subject. */
    public boolean tabled() {
        return genres.contains(Genre.PRICE_TABLE);
    }
}
