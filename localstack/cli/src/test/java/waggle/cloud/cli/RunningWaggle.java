package waggle.cloud.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A running {@code waggle up} in a process of its own. */
record RunningWaggle(Process process, String baseUrl, String key) implements AutoCloseable {
    static final String CLASS_PATH = System.getProperty("java.class.path");

    private static final Pattern BASE_URL = Pattern.compile("Base URL +(\\S+)");

    /** @param folder has the data and the key, and takes the place of the checkout */
    static RunningWaggle start(String classPath, Path folder, String... options) throws IOException {
        var key = folder.resolve("key");
        var command = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dwaggle.home=" + folder,
                "-cp",
                classPath,
                Waggle.class.getName(),
                "up",
                "--port=0",
                "--rate=1000000",
                "--data=" + folder.resolve("data"),
                "--key-file=" + key);
        var process = new ProcessBuilder(
                        Stream.concat(command, Stream.of(options)).toList())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new RunningWaggle(
                process, baseUrl(process), Files.readString(key).strip());
    }

    int port() {
        return URI.create(baseUrl).getPort();
    }

    private static String baseUrl(Process process) throws IOException {
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            var url = BASE_URL.matcher(line);
            if (url.find()) {
                return url.group(1);
            }
        }
        throw new AssertionError("waggle up ended before it was ready");
    }

    /** Kills the process. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
