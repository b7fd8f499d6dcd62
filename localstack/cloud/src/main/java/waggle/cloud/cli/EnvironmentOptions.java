package waggle.cloud.cli;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import waggle.cloud.CommandFailure;
import waggle.cloud.environment.DeployedEnvironment;
import waggle.cloud.environment.Environment;
import waggle.cloud.environment.EnvironmentFile;
import waggle.model.keys.KeySecret;

/** The options that select an environment. */
final class EnvironmentOptions {
    private static final String LOCAL = "local";

    @Option(
            names = "--env",
            paramLabel = "NAME",
            defaultValue = LOCAL,
            description = "dev, staging or prod in AWS, or local (default: local)")
    private String environment = LOCAL;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "AWS region (default: the region of your AWS profile)")
    private @Nullable String region;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "port of the local Waggle (default: 8080)")
    private int port;

    /**
     * Runs an action in the selected environment.
     *
     * @param failure the beginning of the message if AWS returns an error, like {@code No key was created}
     * @throws CommandFailure if the environment cannot be found, or AWS returns an error
     */
    <T> T run(String failure, Function<Environment, T> action) {
        try {
            return action.apply(isLocal() ? EnvironmentFile.find(port) : DeployedEnvironment.find(environment, region));
        } catch (AwsServiceException e) {
            throw new CommandFailure(
                    failure + ": " + e.awsErrorDetails().serviceName() + " returned "
                            + e.awsErrorDetails().errorMessage(),
                    e);
        } catch (SdkException e) {
            throw new CommandFailure(failure + ": " + e.getMessage(), e);
        }
    }

    /** Returns the key with all permissions of the local Waggle, or empty if another environment is selected. */
    Optional<KeySecret> localKey() {
        return isLocal() ? EnvironmentFile.key(port) : Optional.empty();
    }

    private boolean isLocal() {
        return environment.equals(LOCAL);
    }
}
