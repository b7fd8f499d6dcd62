package waggle.cloud;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import waggle.cloud.lambda.LambdaFunction;

/** The functions that Maven packaged in a checkout. */
record PackagedFunctions(Path checkout) {

    /** Returns a function whose module has the same name. */
    LambdaFunction get(String name, Class<?> handler, Map<String, String> variables) {
        return get(name, name, handler, variables);
    }

    /** @throws CommandFailure if the jar of the module is missing */
    LambdaFunction get(String module, String name, Class<?> handler, Map<String, String> variables) {
        var jar =
                checkout.resolve("functions").resolve(module).resolve("target").resolve("function.jar");
        if (!Files.isRegularFile(jar)) {
            throw new CommandFailure("The packaged function " + jar + " is missing: run mvn package first");
        }
        return new LambdaFunction(name, jar, handler.getName(), variables);
    }
}
