package touchstone.platform.shell.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Secrets of this installation: made once, kept in the data folder, readable by its owner alone. */
public final class Secret {

    private Secret() {}

    /** The secret of that name, 64 hexadecimal digits. */
    public static String in(Path data, String name) throws IOException {
        Path folder = Files.createDirectories(data.resolve("secrets"));
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            byte[] bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(bytes), StandardOpenOption.WRITE);
        }
        return Files.readString(file).strip();
    }
}
