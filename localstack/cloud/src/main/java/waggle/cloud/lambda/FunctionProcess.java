package waggle.cloud.lambda;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Starts the process of a function with the environment variables of Lambda and of the function only. */
final class FunctionProcess {
    private FunctionProcess() {}

    static Process start(LambdaFunction function, String runtimeApi) {
        var builder = new ProcessBuilder(RuntimeClient.command(function)).redirectErrorStream(true);
        builder.directory(taskRoot(function).toFile());
        builder.environment().clear();
        builder.environment().putAll(environment(function, runtimeApi));
        builder.environment().putAll(function.environment());
        if (function.output() != null) {
            builder.redirectOutput(Redirect.appendTo(function.output().toFile()));
        }
        try {
            var process = builder.start();
            if (function.output() == null) {
                Thread.ofVirtual().start(() -> print(function.name(), process));
            }
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** AWS Lambda Developer Guide, "Defined runtime environment variables". */
    private static Map<String, String> environment(LambdaFunction function, String runtimeApi) {
        return Map.ofEntries(
                Map.entry("AWS_LAMBDA_RUNTIME_API", runtimeApi),
                Map.entry("AWS_EXECUTION_ENV", "AWS_Lambda_java25"),
                Map.entry("AWS_LAMBDA_FUNCTION_NAME", function.name()),
                Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
                Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memory())),
                Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
                Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name()),
                Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "local"),
                Map.entry("LAMBDA_TASK_ROOT", taskRoot(function).toString()),
                Map.entry("_HANDLER", function.handler()),
                Map.entry("LANG", "en_US.UTF-8"),
                Map.entry("TZ", ":UTC"));
    }

    private static Path taskRoot(LambdaFunction function) {
        return Objects.requireNonNull(function.jar().getParent());
    }

    private static void print(String name, Process process) {
        var output = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
        try (var lines = new BufferedReader(output)) {
            lines.lines().forEach(line -> System.err.println(name + " | " + line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
