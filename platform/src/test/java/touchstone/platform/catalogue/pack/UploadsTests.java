package touchstone.platform.catalogue.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.multipart.MultipartFile;

/** Files that come in. */
class UploadsTests {

    @Test
    void findsWhereAFileBelongs() throws Exception {
        assertThat(Uploads.texts(List.of(
                        file("C:\\packs\\ours.yaml", "# ours\nquestions:\n"),
                        file("rag-design.yaml", "id: rag-design\nanchors:\n"),
                        file("flags.yaml", "flags: []\n"))))
                .containsOnlyKeys("questions/ours.yaml", "competencies/rag-design.yaml", "flags.yaml");
        assertThatThrownBy(() -> Uploads.texts(List.of(file("notes.yaml", "hello: world\n"))))
                .hasMessage("catalogue.pack.what-is-it");
    }

    @Test
    void readsBackWhatItZips() throws Exception {
        Map<String, String> files = Map.of("flags.yaml", "flags: []\n", "questions/ours.yaml", "questions: []\n");
        MultipartFile zip = new MockMultipartFile("files", "pack.zip", null, Uploads.zip(files));
        assertThat(Uploads.texts(List.of(zip))).isEqualTo(files);
    }

    @Test
    void refusesAZipThatSwells() throws Exception {
        String large = "x".repeat(OwnPack.MOST_FILE_BYTES);
        MultipartFile zip = new MockMultipartFile(
                "files",
                "pack.zip",
                null,
                Uploads.zip(
                        Map.of("a.yaml", large, "b.yaml", large, "c.yaml", large, "d.yaml", large, "e.yaml", large)));
        assertThat(zip.getSize()).isLessThan(100_000);
        assertThatThrownBy(() -> Uploads.texts(List.of(zip))).hasMessage("catalogue.pack.too-large");
    }

    @Test
    void refusesWhatIsNoText() {
        assertThatThrownBy(() -> Uploads.texts(
                        List.of(new MockMultipartFile("files", "flags.yaml", null, new byte[] {(byte) 0xc3, 0x28}))))
                .hasMessage("catalogue.pack.not-text");
        assertThatThrownBy(() -> Uploads.texts(List.of())).hasMessage("catalogue.pack.nothing-sent");
    }

    private static MultipartFile file(String name, String text) {
        return new MockMultipartFile("files", name, null, text.getBytes(StandardCharsets.UTF_8));
    }
}
