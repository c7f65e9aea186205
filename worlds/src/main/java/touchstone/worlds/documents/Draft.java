package touchstone.worlds.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import touchstone.worlds.Genre;
import touchstone.worlds.company.Entity;
import touchstone.worlds.facts.Fate;
import touchstone.worlds.facts.Known;

/** A document before it is written: what it is about and what it will state. */
final class Draft {

    private static final int MOST_FACTS = 7;
    private static final int MOST_ROWS = 30;

    /** Draws of the text start here; a copy shares it with its original. */
    final Object key;

    final Genre genre;
    final LocalDate date;
    final List<Known> states = new ArrayList<>();
    Entity theme;

    /** Of a table: the relation that its last column gives. */
    String column = "";

    /** STANDS, REPLACED or DELETED. */
    Fate role = Fate.STANDS;

    /** Whether it is an edit of another text with the same key: a new version or a copy. */
    boolean edited;

    Draft(Object key, Genre genre, Entity theme, LocalDate date) {
        this.key = key;
        this.genre = genre;
        this.theme = theme;
        this.date = date;
    }

    /** Whether it may state this too: a text does not give two versions of a fact, a table has one column of values. */
    boolean takes(Known fact) {
        boolean table = genre == Genre.PRICE_TABLE;
        return states.size() < (table ? MOST_ROWS : MOST_FACTS)
                && (!table || column.equals(fact.relation().key()))
                && states.stream().noneMatch(fact::isAVersionOf);
    }

    /** An edit of this text with what has become of its facts. */
    Draft renewed(LocalDate day) {
        Draft next = new Draft(key, genre, theme, day);
        next.edited = true;
        next.column = column;
        for (Known fact : states) {
            next.states.add(fact.fate() == Fate.REPLACED ? fact.successor().orElseThrow() : fact);
        }
        return next;
    }
}
