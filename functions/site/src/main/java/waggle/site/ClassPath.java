package waggle.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files that are packaged with the function. */
final class ClassPath {
    private static final String ROOT = "/waggle/";

    private ClassPath() {}

    /** @throws IllegalStateException if the file was not packaged, which is a mistake of the build */
    static String text(String path) {
        try (var in = ClassPath.class.getResourceAsStream(ROOT + path)) {
            if (in == null) {
                throw new IllegalStateException(ROOT + path + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
