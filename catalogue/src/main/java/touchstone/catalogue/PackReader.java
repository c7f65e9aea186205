package touchstone.catalogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import touchstone.catalogue.CatalogueException.Code;
import touchstone.catalogue.content.Competency;
import touchstone.catalogue.content.Entry;
import touchstone.catalogue.content.Plan;
import touchstone.catalogue.content.Role;
import touchstone.yaml.YamlException;

/**
 * Reads a content pack. What a file looks like stands in docs/guides/write-a-pack.md.
 *
 * <p>A pack comes from outside: it has at most 500 files of at most 1 MiB each and 20 MiB together, and links are not
 * followed.
 */
public final class PackReader {

    private static final String TITLE = "pack.yaml";

    private PackReader() {}

    /**
     * The pack in a folder, which may lie in a zip file system.
     *
     * @throws CatalogueException with one sentence, file and line, whatever is wrong
     */
    public static Pack read(Path folder) {
        return parse(PackFolder.texts(folder));
    }

    /**
     * A pack that does not lie in a folder, such as one that people edit in a browser.
     *
     * @param texts the files' texts by their path in the pack, such as {@code questions/retrieval.yaml}
     * @throws CatalogueException with one sentence, file and line, whatever is wrong
     */
    public static Pack parse(Map<String, String> texts) {
        try {
            return checked(new TreeMap<>(texts));
        } catch (YamlException wrong) {
            throw CatalogueException.of(wrong);
        }
    }

    private static Pack checked(Map<String, String> texts) {
        String head = texts.get(TITLE);
        if (head == null) {
            throw new CatalogueException(Code.NO_PACK, TITLE, 0, "the file does not exist; every pack has one");
        }
        Pack.Title title = PackFile.of(TITLE, head).as(Pack.Title.class);
        if (!EntryCheck.KEBAB.matcher(title.id()).matches()) {
            throw new CatalogueException(
                    Code.BAD_ID, TITLE, 1, "the id '" + title.id() + "' is not in kebab case, such as 'our-team'");
        }
        List<Located<?>> entries = new ArrayList<>();
        for (Map.Entry<String, String> file : texts.entrySet()) {
            if (!file.getKey().equals(TITLE)) {
                entries.addAll(entries(PackFile.of(file.getKey(), file.getValue())));
            }
        }
        Set<List<Object>> seen = new HashSet<>();
        for (Located<?> located : entries) {
            EntryCheck.check(located);
            Entry entry = located.entry();
            if (!seen.add(List.of(entry.getClass(), entry.id()))) {
                throw located.error(Code.DUPLICATE, "the id '" + entry.id() + "' stands twice in this pack", "id");
            }
        }
        return new Pack(title, entries);
    }

    private static List<? extends Located<?>> entries(PackFile file) {
        return switch (file.kind()) {
            case "competencies/*.yaml" -> file.single(Competency.class);
            case "roles/*.yaml" -> file.single(Role.class);
            case "plans/*.yaml" -> file.single(Plan.class);
            case "questions/*.yaml" ->
                file.list("questions", file.as(FileShapes.Questions.class).questions());
            case "levels.yaml" ->
                file.list("levels", file.as(FileShapes.Levels.class).levels());
            case "signals.yaml" ->
                file.list("signals", file.as(FileShapes.Signals.class).signals());
            case "flags.yaml" ->
                file.list("flags", file.as(FileShapes.Flags.class).flags());
            case "avoided.yaml" ->
                file.list("avoided", file.as(FileShapes.Avoided.class).avoided());
            case "frames.yaml" ->
                file.list("frames", file.as(FileShapes.Frames.class).frames());
            case "stages.yaml" ->
                file.list("stages", file.as(FileShapes.Stages.class).stages());
            case "requirements.yaml" ->
                file.list("requirements", file.as(FileShapes.Requirements.class).requirements());
            case "takehome.yaml" -> takeHome(file, file.as(FileShapes.TakeHome.class));
            case "candidate.yaml" -> candidate(file, file.as(FileShapes.Candidate.class));
            default ->
                throw new CatalogueException(
                        Code.UNKNOWN_FILE, file.name(), 0, "a pack has no file of this name; known: " + PackFile.KNOWN);
        };
    }

    private static List<Located<?>> takeHome(PackFile file, FileShapes.TakeHome read) {
        List<Located<?>> entries = new ArrayList<>(file.list("rules", read.rules()));
        entries.addAll(file.list("dimensions", read.dimensions()));
        return entries;
    }

    private static List<Located<?>> candidate(PackFile file, FileShapes.Candidate read) {
        List<Located<?>> entries = new ArrayList<>(file.list("questions", read.questions()));
        entries.addAll(file.list("flags", read.flags()));
        entries.addAll(file.list("preparation", read.preparation()));
        return entries;
    }
}
