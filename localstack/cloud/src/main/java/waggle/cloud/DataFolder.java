package waggle.cloud;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A folder of kept data, for one cloud at a time.
 *
 * @param path the folder
 * @param lock held until it is closed, and by the operating system no longer than the process lives
 */
record DataFolder(Path path, FileChannel lock) implements AutoCloseable {

    /** @throws Complaint when the folder cannot be made or written, or another cloud runs on it */
    static DataFolder open(Path path) {
        try {
            Files.createDirectories(path);
            var lock = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                lock.close();
                throw new Complaint("Another waggle is running on the data folder " + path);
            }
            return new DataFolder(path, lock);
        } catch (IOException | OverlappingFileLockException e) {
            throw new Complaint("The data folder " + path + " cannot be written", e);
        }
    }

    Path keys() {
        return path.resolve("keys");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
