package waggle.infra.function;

import java.nio.file.Path;

/** The jar of a function is missing, because its module is not packaged. */
public final class MissingJarException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingJarException(Path jar) {
        super(jar + " is missing: run `mvn package` in the repository's root first.");
    }
}
