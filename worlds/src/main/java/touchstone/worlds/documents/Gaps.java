package touchstone.worlds.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import touchstone.worlds.Dates;
import touchstone.worlds.company.Directory;
import touchstone.worlds.company.Entity;
import touchstone.worlds.facts.Known;

/**
 * Fills the gaps of phrases with the company's people and things, in one author's manner.
 *
 * @param cast chooses the few people and things that a document keeps coming back to
 */
record Gaps(Directory directory, Entity theme, String author, LocalDate date, int manner, int cast) {

    /** What a gap of running text holds. */
    String fill(String gap, RandomGenerator draws) {
        return switch (gap) {
            case "theme" -> theme.brief();
            case "theme name" -> theme.name();
            case "author" -> author;
            case "company" -> directory.company();
            case "day" -> day(date.minusDays(draws.nextInt(40)));
            case "soon" -> day(date.plusDays(2 + draws.nextInt(40)));
            case "date" -> day(date);
            case "n" -> "" + (2 + draws.nextInt(7));
            case "number" -> "" + (1000 + draws.nextInt(9000));
            case "morning" -> (6 + draws.nextInt(4)) + ":" + (10 + (5 * draws.nextInt(10)));
            case "clock" -> (7 + draws.nextInt(11)) + ":" + (10 + (5 * draws.nextInt(10)));
            default -> named(gap, draws);
        };
    }

    /** What a gap of a statement holds; the wordings of a value mean the same. */
    String fill(String gap, Known fact, RandomGenerator draws) {
        return switch (gap) {
            case "S" ->
                draws.nextInt(3) == 0 ? fact.subject().name() : fact.subject().brief();
            case "N" -> fact.subject().name();
            case "C" -> fact.subject().code();
            case "O" -> fact.subject().of();
            case "V" ->
                fact.value().forms().get(draws.nextInt(fact.value().forms().size()));
            default -> fill(gap, draws);
        };
    }

    String day(LocalDate day) {
        return Dates.written(day).get(manner % 4);
    }

    /** One of the cast; "other" and "third" are different from the plain gap. */
    private String named(String gap, RandomGenerator draws) {
        int place = gap.startsWith("other ") ? 1 : gap.startsWith("third ") ? 2 : 0;
        String type = gap.substring(gap.indexOf(' ') + 1);
        if (type.equals("first")) {
            String name = member(directory.all("person"), place).name();
            return name.substring(0, name.indexOf(' '));
        }
        List<Entity> all = directory.all(type);
        if (!all.isEmpty()) {
            return member(all, place).brief();
        }
        List<String> words = directory.words().list(gap);
        return words.get(draws.nextInt(words.size()));
    }

    private Entity member(List<Entity> all, int place) {
        int at = cast + (place * (1 + (all.size() / 7)));
        Entity chosen = all.get(at % all.size());
        return chosen.equals(theme) ? all.get((at + 1) % all.size()) : chosen;
    }
}
