package waggle.cloud;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import waggle.model.keys.KeySecret;

/** The options by which a command is told its environment. */
final class Where {
    private static final String LOCAL = "local";

    @Option(
            names = "--env",
            paramLabel = "NAME",
            defaultValue = LOCAL,
            description = "where: dev, staging or prod in AWS, or local, which waggle up runs")
    private String environment = LOCAL;

    @Option(names = "--region", paramLabel = "REGION", description = "AWS region (default: that of your AWS profile)")
    private @Nullable String region;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080", description = "of the local waggle")
    private int port;

    /**
     * Does something there.
     *
     * @param otherwise what has not happened when AWS refuses
     */
    <T> T reach(String otherwise, Function<Environment, T> work) {
        try {
            return work.apply(isLocal() ? RunningCloud.find(port) : DeployedCloud.find(environment, region));
        } catch (AwsServiceException e) {
            throw new Complaint(
                    otherwise + ": " + e.awsErrorDetails().serviceName() + " answered "
                            + e.awsErrorDetails().errorMessage(),
                    e);
        } catch (SdkException e) {
            throw new Complaint(otherwise + ": " + e.getMessage(), e);
        }
    }

    /** The key for everything of the local waggle; empty where the environment is another. */
    Optional<KeySecret> localKey() {
        return isLocal() ? RunningCloud.key(port) : Optional.empty();
    }

    private boolean isLocal() {
        return environment.equals(LOCAL);
    }
}
