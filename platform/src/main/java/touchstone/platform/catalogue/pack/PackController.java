package touchstone.platform.catalogue.pack;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import touchstone.catalogue.Catalogue;
import touchstone.catalogue.CatalogueException;
import touchstone.platform.catalogue.CoreCatalogue;
import touchstone.platform.catalogue.CurrentCatalogue;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.Allowed;
import touchstone.platform.shell.Screen;

@Controller
class PackController {

    private static final String PACK = "/catalogue/pack";

    private final OwnPack pack;
    private final CurrentCatalogue catalogue;
    private final CoreCatalogue core;
    private final PackPages pages;

    PackController(OwnPack pack, CurrentCatalogue catalogue, CoreCatalogue core, PackPages pages) {
        this.pack = pack;
        this.catalogue = catalogue;
        this.core = core;
        this.pages = pages;
    }

    @GetMapping("/catalogue/pack")
    @Allowed({Role.ADMINISTRATOR, Role.RECRUITER, Role.HIRING_MANAGER, Role.INTERVIEWER, Role.BAR_RAISER})
    ModelAndView page() {
        boolean editor = Acting.person().isAny(Role.ADMINISTRATOR, Role.HIRING_MANAGER);
        return Screen.of("catalogue/pack/pack", pages.overview(editor));
    }

    /** A new file, a file of the pack, or a copy of an entry, {@code kind:id}. */
    @GetMapping("/catalogue/pack/edit")
    @Allowed({Role.ADMINISTRATOR, Role.HIRING_MANAGER})
    ModelAndView editor(@RequestParam @Nullable String path, @RequestParam @Nullable String from) {
        if (from != null) {
            return Screen.of("catalogue/pack/edit", pages.copyOf(from));
        }
        return Screen.of("catalogue/pack/edit", path == null ? pages.fresh() : pages.editorOf(path));
    }

    @PostMapping("/catalogue/pack/edit")
    @Allowed({Role.ADMINISTRATOR, Role.HIRING_MANAGER})
    Object edit(
            @ModelAttribute EditForm form,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPlace,
            RedirectAttributes redirect) {
        try {
            if (form.preview()) {
                return Screen.of("catalogue/pack/edit", pages.typed(form, Optional.empty(), preview(form)));
            }
            pack.save(form.pathOrEmpty(), form.contentOrEmpty(), form.versionOrNone());
            return Screen.said(redirect, PACK, "catalogue.pack.saved", form.pathOrEmpty());
        } catch (CatalogueException wrong) {
            EditView.Problem problem = pages.problem(wrong, form.pathOrEmpty(), form.contentOrEmpty());
            return refused(form, problem, HttpStatus.UNPROCESSABLE_ENTITY, inPlace);
        } catch (Refusal refusal) {
            EditView.Problem problem = new EditView.Problem(refusal.code(), refusal.arguments(), "");
            return refused(form, problem, HttpStatus.valueOf(refusal.kind().status()), inPlace);
        }
    }

    /** With htmx the sentence appears above what was typed; without, the page comes back with what was typed. */
    private ModelAndView refused(EditForm form, EditView.Problem problem, HttpStatus status, boolean inPlace) {
        return inPlace
                ? Screen.of("catalogue/pack/problem", problem, status)
                : Screen.of("catalogue/pack/edit", pages.typed(form, Optional.of(problem), Optional.empty()), status);
    }

    private Optional<List<PackChange>> preview(EditForm form) {
        Map<String, String> files = new TreeMap<>(catalogue.files());
        files.put(form.pathOrEmpty(), OwnPack.checked(form.pathOrEmpty(), form.contentOrEmpty()));
        Catalogue after = catalogue.with(files);
        return Optional.of(PackChange.between(catalogue.get(), after, core.catalogue()));
    }

    @PostMapping("/catalogue/pack/remove")
    @Allowed({Role.ADMINISTRATOR, Role.HIRING_MANAGER})
    String remove(@RequestParam String path, @RequestParam int version, RedirectAttributes redirect) {
        whole(() -> pack.remove(path, version));
        return Screen.said(redirect, PACK, "catalogue.pack.was-removed", path);
    }

    @PostMapping("/catalogue/pack/restore")
    @Allowed({Role.ADMINISTRATOR, Role.HIRING_MANAGER})
    String restore(
            @RequestParam String path,
            @RequestParam int wanted,
            @RequestParam int version,
            RedirectAttributes redirect) {
        whole(() -> pack.restore(path, wanted, version));
        return Screen.said(redirect, PACK, "catalogue.pack.restored", path, String.valueOf(wanted));
    }

    @PostMapping("/catalogue/pack/upload")
    @Allowed({Role.ADMINISTRATOR, Role.HIRING_MANAGER})
    String upload(@RequestParam List<MultipartFile> files, RedirectAttributes redirect) throws IOException {
        Map<String, String> texts = Uploads.texts(files);
        whole(() -> pack.saveAll(texts));
        return Screen.said(redirect, PACK, "catalogue.pack.uploaded", texts.size());
    }

    @GetMapping("/catalogue/pack/download")
    @Allowed({Role.ADMINISTRATOR, Role.RECRUITER, Role.HIRING_MANAGER, Role.INTERVIEWER, Role.BAR_RAISER})
    ResponseEntity<byte[]> download() throws IOException {
        Map<String, String> files = new TreeMap<>(catalogue.files());
        files.putIfAbsent("pack.yaml", CurrentCatalogue.TITLE);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("pack.zip")
                                .build()
                                .toString())
                .body(Uploads.zip(files));
    }

    private static void whole(Runnable change) {
        try {
            change.run();
        } catch (CatalogueException wrong) {
            throw Refusal.invalid(
                    "catalogue.pack.broken", wrong.file(), String.valueOf(wrong.line()), wrong.sentence());
        }
    }
}
