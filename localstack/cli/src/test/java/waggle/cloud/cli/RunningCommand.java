package waggle.cloud.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import waggle.model.Patience;

/**
 * A process of a {@code ./waggle} command that runs until it is stopped.
 *
 * @param lines unread lines of the standard output
 */
record RunningCommand(Process process, BlockingQueue<String> lines, Path err) implements AutoCloseable {

    static RunningCommand start(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        return start(RunningWaggle.CLASS_PATH, folder, environment, arguments);
    }

    static RunningCommand start(String classPath, Path folder, Map<String, String> environment, String... arguments)
            throws IOException {
        var err = Files.createTempFile(folder, "err", null);
        var process = WaggleCommand.builder(classPath, folder, environment, arguments)
                .redirectError(err.toFile())
                .start();
        var lines = new LinkedBlockingQueue<String>();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Thread.startVirtualThread(() -> output.lines().forEach(lines::add));
        return new RunningCommand(process, lines, err);
    }

    /** Returns the next line. */
    String line() throws Exception {
        var line = lines.poll(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("The command prints no line; its standard error: " + Files.readString(err));
        }
        return line;
    }

    /** Skips lines until one matches a pattern, and returns the group of the pattern, or the whole match. */
    String find(String pattern) throws Exception {
        var wanted = Pattern.compile(pattern);
        while (true) {
            var found = wanted.matcher(line());
            if (found.find()) {
                return found.group(found.groupCount());
            }
        }
    }

    /** Stops the process like Ctrl-C does, and returns its standard error. */
    String stop() throws Exception {
        process.destroy();
        if (!process.waitFor(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The command does not stop");
        }
        return Files.readString(err);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
