package waggle.infra;

import java.nio.file.Path;

/** A function is to be deployed that was never packaged. */
final class MissingJarException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingJarException(Path jar) {
        super(jar + " is missing: run `mvn package` in the repository's root first.");
    }
}
