package waggle.cloud.environment;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import waggle.cloud.Cloud;
import waggle.cloud.CommandFailure;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.keys.KeySecret;
import waggle.platform.aws.PlanSettings;
import waggle.platform.aws.Settings;

/**
 * The file through which other commands find the local cloud that {@code waggle up} runs. It has the environment variables
 * of a function, the API key with all permissions and the id of the process. Only the user can read it. {@code waggle up}
 * deletes it when it stops.
 */
public record EnvironmentFile(Path file) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EnvironmentFile.class);
    private static final String KEY = "WAGGLE_API_KEY";
    private static final String PROCESS = "WAGGLE_PROCESS";

    /**
     * Writes the file of a cloud. Closing the returned object deletes the file.
     *
     * @throws CommandFailure if the file cannot be written
     */
    public static EnvironmentFile write(Cloud cloud, KeySecret key) {
        var file = file(cloud.baseUrl().getPort());
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            var environment = new HashMap<>(cloud.variables());
            environment.put(KEY, key.reveal());
            environment.put(PROCESS, Long.toString(ProcessHandle.current().pid()));
            PrivateFile.write(file, lines(environment));
            return new EnvironmentFile(file);
        } catch (IOException e) {
            throw new CommandFailure("The file " + file + " cannot be written", e);
        }
    }

    /**
     * Returns the environment of the local cloud on a port.
     *
     * @throws CommandFailure if no local cloud runs on the port
     */
    public static Environment find(int port) {
        var environment = read(port);
        return new Environment(
                URI.create("http://localhost:" + port + ResourceGroup.BASE),
                Settings.from(environment::get),
                PlanSettings.from(environment::get),
                StaticCredentialsProvider.create(Cloud.CREDENTIALS),
                KeySecret.Mode.TEST);
    }

    /**
     * Returns the API key with all permissions of the local cloud on a port.
     *
     * @throws CommandFailure if no local cloud runs on the port
     */
    public static Optional<KeySecret> key(int port) {
        return Optional.ofNullable(read(port).get(KEY)).flatMap(KeySecret::parse);
    }

    private static Map<String, String> read(int port) {
        var file = file(port);
        try {
            var environment = Files.exists(file) ? environment(Files.readAllLines(file)) : Map.<String, String>of();
            if (isRunning(environment.get(PROCESS))) {
                return environment;
            }
        } catch (IOException e) {
            throw new CommandFailure("The file " + file + " cannot be read", e);
        }
        throw new CommandFailure("No local Waggle runs on port " + port + ": start it with ./waggle up");
    }

    /** A killed process leaves its file behind. */
    private static boolean isRunning(@Nullable String process) {
        return process != null && ProcessHandle.of(Long.parseLong(process)).isPresent();
    }

    private static Path file(int port) {
        return Path.of(System.getProperty("waggle.home", "."), "target", "waggle", "up-" + port);
    }

    private static List<String> lines(Map<String, String> environment) {
        return environment.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .toList();
    }

    private static Map<String, String> environment(List<String> lines) {
        return lines.stream()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(variable -> variable[0], variable -> variable[1]));
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("The file {} cannot be deleted", file, e);
        }
    }
}
