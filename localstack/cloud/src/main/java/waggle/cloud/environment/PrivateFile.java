package waggle.cloud.environment;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;

/** Writes files that only the user can read. */
final class PrivateFile {
    private PrivateFile() {}

    /** Writes a temporary file with the permissions of the user and renames it, so that nobody reads a partial file. */
    static void write(Path file, List<String> lines) throws IOException {
        var directory = Objects.requireNonNull(file.toAbsolutePath().getParent());
        var temporary = Files.createTempFile(directory, ".waggle", null, userOnly());
        Files.write(temporary, lines);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] userOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
