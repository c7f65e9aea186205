package touchstone.worlds.documents;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import touchstone.worlds.Genre;
import touchstone.worlds.company.Vocabulary;
import touchstone.worlds.text.Phrase;
import touchstone.worlds.text.Prose;

/** Puts sentences into the shape of a genre: headings, steps, clauses, messages, rows. */
final class Shape {

    private final Vocabulary words;
    private final Gaps gaps;
    private final Prose prose;
    private final RandomGenerator draws;

    Shape(Vocabulary words, Gaps gaps, Prose prose, RandomGenerator draws) {
        this.words = words;
        this.gaps = gaps;
        this.prose = prose;
        this.draws = draws;
    }

    void write(Genre genre, List<Sentence> sentences) {
        Deque<Sentence> left = new ArrayDeque<>(sentences);
        prose.add(say("head " + genre)).paragraph();
        switch (genre) {
            case POLICY, WIKI_PAGE -> sections(genre, left);
            case RUNBOOK -> steps(left);
            case RELEASE_NOTE -> versions(left);
            case TICKET_THREAD -> messages(left);
            case MEETING_MINUTES -> items(left);
            case CONTRACT_EXCERPT -> clauses(left);
            case PRICE_TABLE -> rows(left);
        }
        if (draws.nextInt(100) < 45) {
            prose.paragraph().add(say("foot " + genre));
        }
    }

    private String say(String list) {
        List<Phrase> phrases = words.phrases(list);
        return phrases.get(draws.nextInt(phrases.size())).render(draws, gap -> gaps.fill(gap, draws));
    }

    /** Next heading in the author's manner. */
    private void heading(String text, int number) {
        switch (gaps.manner() % 3) {
            case 0 -> prose.add("## " + text);
            case 1 -> prose.add(number + ". " + text);
            default -> prose.add("**" + text + "**");
        }
        prose.paragraph();
    }

    private void run(Deque<Sentence> left, int count) {
        for (int i = 0; i < count && !left.isEmpty(); i++) {
            prose.add(i == 0 ? "" : " ");
            left.removeFirst().onto(prose);
        }
        prose.paragraph();
    }

    private void bullets(Deque<Sentence> left, int count, boolean numbered) {
        String bullet = List.of("- ", "* ", "• ").get(gaps.manner() / 3 % 3);
        for (int i = 0; i < count && !left.isEmpty(); i++) {
            prose.add(numbered ? (i + 1) + ". " : bullet);
            left.removeFirst().onto(prose);
            prose.add("\n");
        }
        prose.paragraph();
    }

    private List<String> shuffled(String list) {
        List<String> from = new ArrayList<>(words.list(list));
        for (int i = from.size() - 1; i > 0; i--) {
            int j = draws.nextInt(i + 1);
            String held = from.get(i);
            from.set(i, from.get(j));
            from.set(j, held);
        }
        return from;
    }

    private void sections(Genre genre, Deque<Sentence> left) {
        List<String> headings = shuffled("headings " + genre);
        run(left, 2 + draws.nextInt(3));
        for (int section = 0; !left.isEmpty(); section++) {
            heading(headings.get(section % headings.size()), section + 1);
            int blocks = 1 + draws.nextInt(3);
            for (int i = 0; i < blocks; i++) {
                if (draws.nextInt(5) == 0) {
                    bullets(left, 3 + draws.nextInt(3), false);
                } else if (!left.isEmpty()) {
                    run(left, 2 + draws.nextInt(5));
                }
            }
        }
    }

    private void steps(Deque<Sentence> left) {
        List<String> headings = shuffled("headings RUNBOOK");
        run(left, 1 + draws.nextInt(4));
        for (int section = 0; !left.isEmpty(); section++) {
            heading(headings.get(section % headings.size()), section + 1);
            if (draws.nextInt(2) == 0) {
                bullets(left, 3 + draws.nextInt(6), true);
            } else {
                run(left, 2 + draws.nextInt(4));
            }
        }
    }

    private void versions(Deque<Sentence> left) {
        int major = 1 + draws.nextInt(8);
        int minor = 4 + draws.nextInt(12);
        var day = gaps.date();
        for (int section = 0; !left.isEmpty(); section++) {
            String version = minor > section ? major + "." + (minor - section) : (major - 1) + "." + (99 - section);
            heading(version + " (" + gaps.day(day) + ")", section + 1);
            if (draws.nextInt(2) == 0) {
                run(left, 1 + draws.nextInt(3));
            }
            bullets(left, 3 + draws.nextInt(6), false);
            day = day.minusDays(14 + draws.nextInt(50));
        }
    }

    private void messages(Deque<Sentence> left) {
        String[] voices = {gaps.fill("person", draws), gaps.fill("other person", draws), gaps.author()};
        int most = draws.nextInt(3) + 3;
        var day = gaps.date().minusDays(left.size() / 2L);
        int minutes = 400 + draws.nextInt(150);
        for (int i = 0; !left.isEmpty(); i++) {
            String voice = voices[i % 2 == 0 ? i / 2 % 2 : 2];
            String to = voices[i % 2 == 0 ? 2 : i / 2 % 2];
            String stamp = gaps.day(day) + ", " + String.format(Locale.ROOT, "%d:%02d", minutes / 60, minutes % 60);
            prose.add(gaps.manner() % 2 == 0 ? voice + " (" + stamp + "):\n" : "--- " + stamp + " / " + voice + "\n");
            if (draws.nextInt(3) > 0 && !to.equals(voice)) {
                prose.add(greeting(to)).add("\n");
            }
            run(left, 2 + draws.nextInt(most));
            if (draws.nextInt(3) == 0) {
                prose.add(say("farewell") + "\n" + voice.substring(0, voice.indexOf(' ')))
                        .paragraph();
            }
            minutes += 9 + draws.nextInt(170);
            if (minutes > 1060 && day.isBefore(gaps.date())) {
                day = day.plusDays(1 + draws.nextInt(2));
                minutes = 400 + draws.nextInt(150);
            }
            minutes = Math.min(minutes, 1300);
        }
    }

    private String greeting(String to) {
        List<Phrase> phrases = words.phrases("greeting");
        String first = to.substring(0, to.indexOf(' '));
        return phrases.get(draws.nextInt(phrases.size()))
                .render(draws, gap -> gap.equals("to") ? first : gaps.fill(gap, draws));
    }

    private void items(Deque<Sentence> left) {
        List<String> headings = shuffled("headings MEETING_MINUTES");
        for (int section = 0; !left.isEmpty(); section++) {
            heading(headings.get(section % headings.size()), section + 1);
            if (draws.nextInt(3) > 0) {
                bullets(left, 2 + draws.nextInt(5), false);
            } else {
                run(left, 2 + draws.nextInt(4));
            }
            if (draws.nextInt(2) == 0) {
                prose.add(say("action")).paragraph();
            }
        }
    }

    private void clauses(Deque<Sentence> left) {
        List<String> headings = shuffled("headings CONTRACT_EXCERPT");
        int article = 2 + draws.nextInt(14);
        String sign = gaps.manner() % 2 == 0 ? "§ " : "Article ";
        for (int section = 0; !left.isEmpty(); section++) {
            prose.add(sign + (article + section) + "  " + headings.get(section % headings.size()))
                    .paragraph();
            int clauses = 2 + draws.nextInt(4);
            for (int i = 0; i < clauses && !left.isEmpty(); i++) {
                prose.add("(" + (i + 1) + ") ");
                run(left, 1 + draws.nextInt(2));
            }
        }
    }

    /** Rows first, because their leads name the column; then what people write under a table. */
    private void rows(Deque<Sentence> left) {
        List<Sentence> rows =
                left.stream().filter(sentence -> sentence.fact().isPresent()).toList();
        left.removeIf(sentence -> sentence.fact().isPresent());
        run(left, 1 + draws.nextInt(4));
        String column = rows.isEmpty() ? "price" : rows.getFirst().lead();
        prose.add("| " + say("column name") + " | Code | " + say("column market") + " | " + say("column " + column)
                + " |\n|---|---|---|---|\n");
        for (Sentence row : rows) {
            prose.state(row.fact().orElseThrow(), row.text()).add("\n");
        }
        prose.paragraph();
        while (!left.isEmpty()) {
            run(left, 1 + draws.nextInt(3));
        }
    }
}
