package waggle.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of Waggle, which Maven writes into a file of the function. */
final class Version {
    private static final String FILE = "/waggle/account/version.txt";

    private Version() {}

    /** @throws IllegalStateException if the file was not packaged, which is a mistake of the build */
    static String read() {
        try (var in = Version.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
