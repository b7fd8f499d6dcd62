package waggle.cloud;

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

/**
 * A command of {@code ./waggle} that goes on until it is ended.
 *
 * @param lines of its standard output, not looked at yet
 */
record RunningCommand(Process process, BlockingQueue<String> lines, Path err) implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    static RunningCommand start(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        var err = Files.createTempFile(folder, "err", null);
        var process = WaggleCommand.builder(folder, environment, arguments)
                .redirectError(err.toFile())
                .start();
        var lines = new LinkedBlockingQueue<String>();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Thread.startVirtualThread(() -> output.lines().forEach(lines::add));
        return new RunningCommand(process, lines, err);
    }

    /** The next line, whatever it says. */
    String line() throws Exception {
        var line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("nothing is printed but " + Files.readString(err));
        }
        return line;
    }

    /** What a pattern finds in the next line that it finds something in: its group, or all of it. */
    String find(String pattern) throws Exception {
        var wanted = Pattern.compile(pattern);
        while (true) {
            var found = wanted.matcher(line());
            if (found.find()) {
                return found.group(found.groupCount());
            }
        }
    }

    /** Ends it as Ctrl-C does, and answers what it complained of. */
    String end() throws Exception {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the command does not end");
        }
        return Files.readString(err);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
