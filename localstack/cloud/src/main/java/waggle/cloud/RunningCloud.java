package waggle.cloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import waggle.model.aws.PlanSettings;
import waggle.model.aws.Settings;
import waggle.model.keys.KeySecret;

/**
 * Where other commands find the cloud that {@code waggle up} runs: its settings, as a function's environment has them, and
 * its key for everything, in a file that only the user may read and that is there as long as it runs.
 */
record RunningCloud(Path file) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningCloud.class);
    private static final String KEY = "WAGGLE_API_KEY";

    /** @throws Complaint when the file cannot be written */
    static RunningCloud announce(Cloud cloud, KeySecret key) {
        var file = file(cloud.baseUrl().getPort());
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            var environment = new HashMap<>(Functions.environment(cloud.settings(), cloud.planSettings()));
            environment.put(KEY, key.reveal());
            PrivateFile.write(file, lines(environment));
            return new RunningCloud(file);
        } catch (IOException e) {
            throw new Complaint("The file " + file + " cannot be written", e);
        }
    }

    /** @throws Complaint when none runs on the port */
    static Environment find(int port) {
        var environment = read(port);
        return new Environment(
                Settings.from(environment::get),
                PlanSettings.from(environment::get),
                StaticCredentialsProvider.create(Cloud.CREDENTIALS),
                KeySecret.Mode.TEST);
    }

    /**
     * The key for everything of the first company.
     *
     * @throws Complaint when none runs on the port
     */
    static Optional<KeySecret> key(int port) {
        return Optional.ofNullable(read(port).get(KEY)).flatMap(KeySecret::parse);
    }

    private static Map<String, String> read(int port) {
        try {
            return environment(Files.readAllLines(file(port)));
        } catch (IOException e) {
            throw new Complaint("No waggle is running on port " + port + ": start it with waggle up", e);
        }
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
            LOG.warn("the file {} could not be deleted", file, e);
        }
    }
}
