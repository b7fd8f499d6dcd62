package waggle.cloud.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import waggle.model.Patience;

/** A finished {@code ./waggle} command that ran in another process. */
record WaggleCommand(int status, String out, String err) {

    /**
     * Runs a command: in a process of its own if it has an environment, and otherwise in one that runs several.
     *
     * @param folder takes the place of the checkout
     * @param environment the variables of AWS and Waggle
     */
    static WaggleCommand run(Path folder, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        if (environment.isEmpty()) {
            return CommandProcess.shared().run(folder, arguments);
        }
        var out = Files.createTempFile(folder, "out", null);
        var err = Files.createTempFile(folder, "err", null);
        var process = builder(RunningWaggle.CLASS_PATH, folder, environment, arguments)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new WaggleCommand(status(process), read(out), read(err));
    }

    void expectFailure(String message) {
        assertThat(err).isEqualTo(message + "\n");
        assertThat(out).isEmpty();
        assertThat(status).isEqualTo(1);
    }

    static ProcessBuilder builder(String classPath, Path folder, Map<String, String> environment, String... arguments) {
        return builder(Waggle.class, classPath, folder, environment, arguments);
    }

    static ProcessBuilder builder(
            Class<?> main, String classPath, Path folder, Map<String, String> environment, String... arguments) {
        var builder = new ProcessBuilder(commandLine(main, classPath, folder, arguments));
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("WAGGLE_"));
        builder.environment().put("AWS_CONFIG_FILE", folder.resolve("config").toString());
        builder.environment()
                .put(
                        "AWS_SHARED_CREDENTIALS_FILE",
                        folder.resolve("credentials").toString());
        builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
        builder.environment().putAll(environment);
        return builder;
    }

    private static List<String> commandLine(Class<?> main, String classPath, Path folder, String... arguments) {
        var line = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dwaggle.home=" + folder,
                "-cp",
                classPath,
                main.getName());
        var all = new ArrayList<>(line.toList());
        all.addAll(List.of(arguments));
        return all;
    }

    private static int status(Process process) throws InterruptedException {
        try {
            if (!process.waitFor(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("The command does not end");
            }
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
