package waggle.infra;

import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awscdk.services.lambda.Code;

/**
 * The packaged functions.
 *
 * @param folder holds the modules that the functions are made in
 */
record FunctionJars(Path folder) {

    /** Fails with {@link MissingJarException} when the module is not packaged yet. */
    Code of(String module) {
        var jar = folder.resolve(module).resolve("target").resolve("function.jar");
        if (!Files.isRegularFile(jar)) {
            throw new MissingJarException(jar);
        }
        return Code.fromAsset(jar.toString());
    }
}
