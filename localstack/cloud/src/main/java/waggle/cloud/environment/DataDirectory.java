package waggle.cloud.environment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import waggle.cloud.CommandFailure;

/**
 * The directory in which {@code waggle up --data} stores data and keys. A lock lets one process use it at a time.
 *
 * @param lock released when this is closed, and by the operating system when the process ends
 */
public record DataDirectory(Path path, FileChannel lock) implements AutoCloseable {

    /**
     * Creates the directory if it does not exist, and locks it.
     *
     * @throws CommandFailure if the directory cannot be created or written, or another process uses it
     */
    public static DataDirectory open(Path path) {
        try {
            Files.createDirectories(path);
            var lock = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                lock.close();
                throw new CommandFailure("Another Waggle uses the data directory " + path);
            }
            return new DataDirectory(path, lock);
        } catch (IOException | OverlappingFileLockException e) {
            throw new CommandFailure("The data directory " + path + " cannot be written", e);
        }
    }

    /** The file of the keys of the first company. */
    Path keys() {
        return path.resolve("keys");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
