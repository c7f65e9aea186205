package touchstone.catalogue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import touchstone.catalogue.content.AvoidedKind;
import touchstone.catalogue.content.CompanyFlag;
import touchstone.catalogue.content.CompanyQuestion;
import touchstone.catalogue.content.Competency;
import touchstone.catalogue.content.Dimension;
import touchstone.catalogue.content.Entry;
import touchstone.catalogue.content.Frame;
import touchstone.catalogue.content.LevelPicture;
import touchstone.catalogue.content.Plan;
import touchstone.catalogue.content.Preparation;
import touchstone.catalogue.content.Question;
import touchstone.catalogue.content.RedFlag;
import touchstone.catalogue.content.Requirement;
import touchstone.catalogue.content.Role;
import touchstone.catalogue.content.Signal;
import touchstone.catalogue.content.StageDescription;
import touchstone.catalogue.content.TakeHomeRule;

/** Finds entries by words. */
final class Search {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}+#]+");
    private static final Set<String> LITTLE_WORDS =
            Set.of("a", "an", "and", "do", "how", "in", "is", "of", "the", "to");
    private static final int TITLE = 8;
    private static final int SUBJECT = 4;
    private static final int PROMPT = 3;
    private static final int INTENT = 2;
    private static final int REST = 1;
    private static final int WHOLE_WORD = 2;

    /** @param words the weight of the best place where each word stands, by word */
    private record Indexed(Entry entry, TreeMap<String, Integer> words) {

        int score(String word) {
            int whole = words.getOrDefault(word, 0) * WHOLE_WORD;
            int begun = words.subMap(word, word + Character.MAX_VALUE).values().stream()
                    .mapToInt(Integer::intValue)
                    .max()
                    .orElse(0);
            return Math.max(whole, begun);
        }
    }

    private final List<Indexed> entries;

    Search(List<Entry> entries) {
        this.entries = entries.stream().map(Search::index).toList();
    }

    List<SearchHit> find(String query) {
        List<String> all = words(query).distinct().limit(20).toList();
        List<String> telling =
                all.stream().filter(word -> !LITTLE_WORDS.contains(word)).toList();
        List<String> wanted = telling.isEmpty() ? all : telling;
        if (wanted.isEmpty()) {
            return List.of();
        }
        return entries.stream()
                .filter(entry -> wanted.stream().allMatch(word -> entry.score(word) > 0))
                .map(entry -> new SearchHit(
                        entry.entry(), wanted.stream().mapToInt(entry::score).sum()))
                .sorted(Comparator.comparingInt(SearchHit::score).reversed())
                .toList();
    }

    private static Indexed index(Entry entry) {
        Map<String, Integer> words = new HashMap<>();
        add(words, TITLE, Stream.of(entry.title()));
        add(words, SUBJECT, Stream.of(entry.id()));
        switch (entry) {
            case Question question -> question(words, question);
            case Competency competency -> {
                add(words, SUBJECT, Stream.of(competency.topic().id()));
                add(words, INTENT, Stream.of(competency.summary()));
                add(words, REST, competency.anchors().stream());
            }
            case Role role -> add(words, INTENT, Stream.of(role.summary(), role.differs()));
            case Plan plan -> {
                add(words, SUBJECT, Stream.of(plan.role()));
                add(words, INTENT, Stream.of(plan.summary()));
            }
            case Signal signal -> {
                add(words, SUBJECT, signal.competencies().stream());
                add(words, PROMPT, Stream.of(signal.sentence()));
                add(words, REST, signal.look().stream());
            }
            case Frame frame -> {
                add(words, INTENT, Stream.of(frame.summary()));
                add(words, REST, frame.steps().stream().map(Frame.Step::sentence));
            }
            case RedFlag flag -> add(words, PROMPT, Stream.of(flag.sentence(), flag.instead()));
            case AvoidedKind avoided -> add(words, PROMPT, Stream.of(avoided.reason(), avoided.instead()));
            case StageDescription stage -> add(words, INTENT, Stream.of(stage.purpose(), stage.led()));
            case LevelPicture level -> add(words, INTENT, Stream.of(level.scope(), level.good()));
            case TakeHomeRule rule -> add(words, PROMPT, Stream.of(rule.sentence()));
            case Dimension dimension -> add(words, PROMPT, Stream.of(dimension.sentence()));
            case CompanyQuestion question ->
                add(words, PROMPT, Stream.of(question.ask(), question.strongAnswer(), question.weakAnswer()));
            case CompanyFlag flag -> add(words, PROMPT, Stream.of(flag.sentence(), flag.check()));
            case Preparation preparation -> add(words, PROMPT, preparation.tasks().stream());
            case Requirement requirement -> add(words, PROMPT, Stream.of(requirement.sentence()));
        }
        return new Indexed(entry, new TreeMap<>(words));
    }

    private static void question(Map<String, Integer> words, Question question) {
        add(words, SUBJECT, question.use().competencies().stream());
        add(words, SUBJECT, Stream.of(question.use().kind().id()));
        add(words, PROMPT, Stream.of(question.prompt()));
        add(words, INTENT, Stream.of(question.guide().intent()));
        add(words, REST, question.guide().keyPoints().stream());
    }

    private static void add(Map<String, Integer> words, int weight, Stream<String> texts) {
        texts.flatMap(Search::words).forEach(word -> words.merge(word, weight, Math::max));
    }

    private static Stream<String> words(String text) {
        return BETWEEN_WORDS.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty());
    }
}
