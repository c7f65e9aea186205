package touchstone.platform.catalogue.pack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.springframework.web.multipart.MultipartFile;
import touchstone.platform.shared.Refusal;

/** Files that come in and go out: single YAML files, or a zip of a whole pack. */
final class Uploads {

    private static final Map<String, Pattern> FOLDERS = Map.of(
            "questions/", Pattern.compile("^questions:", Pattern.MULTILINE),
            "competencies/", Pattern.compile("^anchors:", Pattern.MULTILINE),
            "roles/", Pattern.compile("^(?:differs|policies):", Pattern.MULTILINE),
            "plans/", Pattern.compile("^weights:", Pattern.MULTILINE));
    private static final Pattern TOP = Pattern.compile(
            "(?:pack|levels|signals|flags|avoided|frames|stages|requirements|takehome|candidate)\\.yaml");

    private Uploads() {}

    /** The texts by their path in the pack. A browser sends no folders, so a single file's is found by what it holds. */
    static Map<String, String> texts(List<MultipartFile> files) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (MultipartFile file : files) {
            String sent = file.getOriginalFilename();
            String name = sent == null ? "" : sent.replace('\\', '/').replaceFirst(".*/", "");
            if (name.endsWith(".zip")) {
                unzip(file.getInputStream(), texts);
            } else if (!name.isEmpty()) {
                String text = text(name, file.getBytes());
                texts.put(path(name, text), text);
            }
        }
        if (texts.isEmpty()) {
            throw Refusal.invalid("catalogue.pack.nothing-sent");
        }
        return texts;
    }

    private static String path(String name, String text) {
        if (TOP.matcher(name).matches()) {
            return name;
        }
        return FOLDERS.entrySet().stream()
                .filter(folder -> folder.getValue().matcher(text).find())
                .map(folder -> folder.getKey() + name)
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("catalogue.pack.what-is-it", name));
    }

    private static void unzip(InputStream sent, Map<String, String> texts) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(sent)) {
            long left = OwnPack.MOST_BYTES;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory() || !entry.getName().endsWith(".yaml")) {
                    continue;
                }
                byte[] bytes = zip.readNBytes((int) Math.min(left, OwnPack.MOST_FILE_BYTES) + 1);
                left -= bytes.length;
                if (left < 0 || texts.size() >= OwnPack.MOST_FILES) {
                    throw Refusal.invalid("catalogue.pack.too-large", OwnPack.MOST_FILES, OwnPack.MOST_BYTES >> 20);
                }
                texts.put(entry.getName(), text(entry.getName(), bytes));
            }
        }
    }

    private static String text(String name, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException wrong) {
            throw Refusal.invalid("catalogue.pack.not-text", name);
        }
    }

    /** The files as a zip. */
    static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                new ByteArrayInputStream(file.getValue().getBytes(StandardCharsets.UTF_8)).transferTo(zip);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
