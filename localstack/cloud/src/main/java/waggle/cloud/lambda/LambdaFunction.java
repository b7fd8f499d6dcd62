package waggle.cloud.lambda;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import waggle.model.Limits;

/**
 * The configuration of a packaged function.
 *
 * @param jar the packaged function, without the runtime interface client
 * @param handler class, or class and method ({@code a.B::handle})
 * @param environment the environment variables, without those that Lambda sets
 * @param memory in megabytes
 * @param timeout of one invocation, without the start of the process
 * @param concurrency the maximum number of processes; each handles one event at a time
 * @param jvmArguments in addition to those of Lambda
 * @param output the file of the output, or null for the standard error of this process
 */
public record LambdaFunction(
        String name,
        Path jar,
        String handler,
        Map<String, String> environment,
        int memory,
        Duration timeout,
        int concurrency,
        List<String> jvmArguments,
        @Nullable Path output) {
    /** The memory size with one full processor (AWS Lambda Developer Guide, "Configure memory"). */
    private static final int ONE_PROCESSOR = 1769;

    public LambdaFunction {
        jar = jar.toAbsolutePath();
        environment = Map.copyOf(environment);
        jvmArguments = List.copyOf(jvmArguments);
    }

    public LambdaFunction(String name, Path jar, String handler, Map<String, String> environment) {
        this(name, jar, handler, environment, ONE_PROCESSOR, Limits.GATEWAY_TIMEOUT, 2, List.of(), null);
    }

    public LambdaFunction withTimeout(Duration time) {
        return new LambdaFunction(name, jar, handler, environment, memory, time, concurrency, jvmArguments, output);
    }

    public LambdaFunction withConcurrency(int processes) {
        return new LambdaFunction(name, jar, handler, environment, memory, timeout, processes, jvmArguments, output);
    }

    public LambdaFunction withJvmArguments(List<String> arguments) {
        return new LambdaFunction(name, jar, handler, environment, memory, timeout, concurrency, arguments, output);
    }

    public LambdaFunction withOutput(Path file) {
        return new LambdaFunction(name, jar, handler, environment, memory, timeout, concurrency, jvmArguments, file);
    }

    /** The JVM arguments of Lambda, with 85 % of the memory for the heap. */
    public List<String> lambdaJvmArguments() {
        return List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx" + memory * 85 / 100 + "m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
    }

    String arn() {
        return "arn:aws:lambda:local:000000000000:function:" + name;
    }
}
