package touchstone.runner.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import touchstone.runner.run.SolutionDigest;

/** Names what decides a lab's scores: its description, Java, data, ladder, mutants and trivial solutions. */
public final class LabContent {

    private static final List<String> FOLDERS =
            List.of("src/main", "data", "ladder", "alternative", "mutants", "trivial");

    private LabContent() {}

    /** SHA-256 over lab.yaml and the folders that matter, as 64 hexadecimal digits. */
    public static String hash(Path lab) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(lab.resolve("lab.yaml")));
            for (String folder : FOLDERS) {
                if (Files.isDirectory(lab.resolve(folder))) {
                    String named = folder + ":" + SolutionDigest.of(lab.resolve(folder)) + "\n";
                    digest.update(named.getBytes(StandardCharsets.UTF_8));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the lab " + lab, unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
