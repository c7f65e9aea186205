package touchstone.platform.catalogue.pack;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import touchstone.catalogue.CatalogueException;
import touchstone.platform.catalogue.CoreCatalogue;
import touchstone.platform.catalogue.CurrentCatalogue;
import touchstone.platform.catalogue.EntryKind;
import touchstone.platform.identity.Accounts;
import touchstone.platform.shared.Refusal;

/** What the pages of the own pack show. */
@Component
class PackPages {

    private final OwnPack pack;
    private final CurrentCatalogue catalogue;
    private final CoreCatalogue core;
    private final Accounts accounts;

    PackPages(OwnPack pack, CurrentCatalogue catalogue, CoreCatalogue core, Accounts accounts) {
        this.pack = pack;
        this.catalogue = catalogue;
        this.core = core;
        this.accounts = accounts;
    }

    PackView overview(boolean editor) {
        List<OwnPack.File> files = pack.files();
        Map<java.util.UUID, String> names =
                accounts.names(files.stream().map(OwnPack.File::editedBy).toList());
        return new PackView(
                files.stream()
                        .map(file -> new PackView.File(
                                file.path(),
                                file.version(),
                                names.getOrDefault(file.editedBy(), ""),
                                file.editedAt(),
                                file.content().getBytes(StandardCharsets.UTF_8).length))
                        .toList(),
                pack.removed(),
                catalogue.state().problem().map(wrong -> problem(wrong, "", "")),
                editor);
    }

    EditView fresh() {
        return new EditView("", "", 0, Optional.empty(), Optional.empty(), List.of());
    }

    /** The editor of a file that is there, or that was there and can be brought back. */
    EditView editorOf(String path) {
        List<EditView.Earlier> versions = versions(path);
        if (versions.isEmpty()) {
            throw Refusal.missing("catalogue.pack.no-file", path);
        }
        Optional<OwnPack.File> file = pack.file(path);
        return new EditView(
                path,
                file.map(OwnPack.File::content).orElse(""),
                file.map(OwnPack.File::version).orElse(0),
                Optional.empty(),
                Optional.empty(),
                versions);
    }

    /** The editor with a copy of an entry, in the file that already holds it or in the one that would. */
    EditView copyOf(String from) {
        int colon = from.indexOf(':');
        EntryKind kind = EntryKind.of(colon < 0 ? from : from.substring(0, colon))
                .orElseThrow(() -> Refusal.missing("catalogue.missing"));
        String id = from.substring(colon + 1);
        Optional<EntryText> own = EntryText.find(kind, id, catalogue.files());
        if (own.isPresent()) {
            return editorOf(own.get().path());
        }
        EntryText text = EntryText.find(kind, id, core.texts()).orElseThrow(() -> Refusal.missing("catalogue.missing"));
        String path = kind.file().endsWith("/") ? kind.file() + id + ".yaml" : kind.file();
        Optional<OwnPack.File> file = pack.file(path);
        return new EditView(
                path,
                EntryText.added(
                        kind, text.block(), file.map(OwnPack.File::content).orElse("")),
                file.map(OwnPack.File::version).orElse(0),
                Optional.empty(),
                Optional.empty(),
                versions(path));
    }

    /** The editor with what somebody typed. */
    EditView typed(EditForm form, Optional<EditView.Problem> problem, Optional<List<PackChange>> changes) {
        return new EditView(
                form.pathOrEmpty(),
                form.contentOrEmpty(),
                form.versionOrNone(),
                problem,
                changes,
                versions(form.pathOrEmpty()));
    }

    /** The sentence, with file and line, and what stands on that line when it is in the text that was typed. */
    EditView.Problem problem(CatalogueException wrong, String path, String content) {
        String line = wrong.file().equals(path)
                ? content.lines()
                        .skip(Math.max(0, wrong.line() - 1L))
                        .findFirst()
                        .orElse("")
                : "";
        return new EditView.Problem(
                "catalogue.pack.broken",
                List.of(wrong.file(), String.valueOf(wrong.line()), wrong.sentence()),
                wrong.line() > 0 ? line : "");
    }

    private List<EditView.Earlier> versions(String path) {
        List<OwnPack.Version> versions = pack.versions(path);
        Map<java.util.UUID, String> names =
                accounts.names(versions.stream().map(OwnPack.Version::editedBy).toList());
        return versions.stream()
                .map(version -> new EditView.Earlier(
                        version.number(),
                        version.content().isEmpty(),
                        names.getOrDefault(version.editedBy(), ""),
                        version.editedAt()))
                .toList();
    }
}
