package waggle.cloud;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import waggle.platform.secrets.Seals;

/** The key of webhook secrets, which AWS KMS has in AWS: a file beside the data, or in memory like the data. */
final class LocalSecretsKey {
    private static final String FILE = "secrets-key";

    private LocalSecretsKey() {}

    static String of(@Nullable Path data) throws IOException {
        if (data == null) {
            return Seals.newLocalKey();
        }
        Files.createDirectories(data);
        var file = data.resolve(FILE);
        write(file, Seals.newLocalKey());
        return Files.readString(file).strip();
    }

    /** Writes a file that only the user can read, unless there is one. */
    private static void write(Path file, String key) throws IOException {
        try (var channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), userOnly(file))) {
            channel.write(ByteBuffer.wrap(key.getBytes(StandardCharsets.US_ASCII)));
        } catch (FileAlreadyExistsException kept) {
            return;
        }
    }

    private static FileAttribute<?>[] userOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
