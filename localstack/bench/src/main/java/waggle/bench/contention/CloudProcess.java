package waggle.bench.contention;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import waggle.cloud.dynamodb.EmbeddedDynamoDb;

/**
 * {@code waggle up} in a process of its own.
 *
 * @param key of the company that {@code waggle up} opens
 */
record CloudProcess(Process process, URI baseUrl, String key) implements AutoCloseable {
    private static final Pattern URL = Pattern.compile("Base URL +(\\S+)");
    private static final Pattern KEY = Pattern.compile("API key +(\\S+)");

    static CloudProcess start(Build build, int lockMillis) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(
                java,
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-D" + EmbeddedDynamoDb.LOCK_MILLIS + "=" + lockMillis,
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-classpath",
                build.classPath()));
        command.addAll(build.command());
        var process =
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var url = find(output, URL);
        var key = find(output, KEY);
        Thread.startVirtualThread(() -> output.lines().forEach(line -> {}));
        return new CloudProcess(process, URI.create(url), key);
    }

    private static String find(BufferedReader output, Pattern pattern) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            var found = pattern.matcher(line);
            if (found.find()) {
                return Objects.requireNonNull(found.group(1));
            }
        }
        throw new IOException("waggle up ended before it printed " + pattern);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
