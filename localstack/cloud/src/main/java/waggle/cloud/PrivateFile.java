package waggle.cloud;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;

/** Files that only the user may read. */
final class PrivateFile {
    private PrivateFile() {}

    /** Written beside and moved, so that no one ever reads half a file, nor anyone but the user. */
    static void write(Path file, List<String> lines) throws IOException {
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        var unfinished = Files.createTempFile(folder, ".unfinished", null, userOnly());
        Files.write(unfinished, lines);
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] userOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
