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

    final int number;
    final Genre genre;
    final Fate role;
    Entity theme;
    LocalDate date;
    final List<Known> states = new ArrayList<>();

    /** @param role STANDS, REPLACED or DELETED */
    Draft(int number, Genre genre, Fate role, Entity theme, LocalDate date) {
        this.number = number;
        this.genre = genre;
        this.role = role;
        this.theme = theme;
        this.date = date;
    }
}
