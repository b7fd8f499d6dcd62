package waggle.cloud.lambda;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A function as it is deployed.
 *
 * @param jar the packaged function, without the runtime interface client
 * @param handler class, or class and method ({@code a.B::handle})
 * @param environment the variables of its configuration; those that Lambda sets are added
 * @param memory in megabytes
 * @param timeout for one invocation, once the process has started
 * @param concurrency how many processes there are at most; each handles one event at a time
 * @param jvmArguments added to those that Lambda gives
 * @param output the file that takes what the function prints; without one it goes to our own standard error
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
    /** The size at which Lambda gives one whole processor (AWS Lambda Developer Guide, "Configure memory"). */
    private static final int ONE_PROCESSOR = 1769;

    private static final Duration GATEWAY_PATIENCE = Duration.ofSeconds(29);

    public LambdaFunction {
        jar = jar.toAbsolutePath();
        environment = Map.copyOf(environment);
        jvmArguments = List.copyOf(jvmArguments);
    }

    public LambdaFunction(String name, Path jar, String handler, Map<String, String> environment) {
        this(name, jar, handler, environment, ONE_PROCESSOR, GATEWAY_PATIENCE, 2, List.of(), null);
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

    /** What Lambda itself gives: one processor, short lives, and 85 % of the memory for the heap. */
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
