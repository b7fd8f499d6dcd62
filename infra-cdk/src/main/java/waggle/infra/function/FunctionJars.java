package waggle.infra.function;

import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awscdk.services.lambda.Code;

/**
 * The packaged functions.
 *
 * @param folder the folder of the modules
 */
public record FunctionJars(Path folder) {

    /** @throws MissingJarException if the module is not packaged */
    Code of(String module) {
        var jar = folder.resolve(module).resolve("target").resolve("function.jar");
        if (!Files.isRegularFile(jar)) {
            throw new MissingJarException(jar);
        }
        return Code.fromAsset(jar.toString());
    }
}
