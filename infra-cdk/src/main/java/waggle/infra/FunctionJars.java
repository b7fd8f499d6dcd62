package waggle.infra;

import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awscdk.services.lambda.Code;

/**
 * The packaged functions.
 *
 * @param folder holds one module per function
 */
record FunctionJars(Path folder) {

    /** Fails with {@link MissingJarException} when the function is not packaged yet. */
    Code of(String function) {
        var jar = folder.resolve(function).resolve("target").resolve("function.jar");
        if (!Files.isRegularFile(jar)) {
            throw new MissingJarException(jar);
        }
        return Code.fromAsset(jar.toString());
    }
}
