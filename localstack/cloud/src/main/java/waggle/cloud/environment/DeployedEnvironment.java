package waggle.cloud.environment;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Output;
import waggle.cloud.CommandFailure;
import waggle.model.keys.KeySecret;
import waggle.platform.aws.Deployment;
import waggle.platform.aws.PlanSettings;
import waggle.platform.aws.Settings;

/** Finds an environment in AWS by the outputs of its stack, with the AWS credentials of the user. */
public final class DeployedEnvironment {
    static {
        // The SDK fails if it finds several HTTP clients for its own requests (profiles, single sign-on).
        System.setProperty(
                "software.amazon.awssdk.http.service.impl",
                "software.amazon.awssdk.http.urlconnection.UrlConnectionSdkHttpService");
    }

    private DeployedEnvironment() {}

    /**
     * Returns an environment.
     *
     * @param region the AWS region, or null for the region of the user's AWS profile
     * @throws CommandFailure if the stack cannot be read, or there are no AWS credentials or no region
     */
    public static Environment find(String environment, @Nullable String region) {
        var credentials = credentials();
        var chosen = region == null ? region() : Region.of(region);
        var stack = Deployment.stackName(environment);
        var outputs = outputs(stack, chosen, credentials);
        return new Environment(
                URI.create(output(outputs, Deployment.BASE_URL_OUTPUT, stack)),
                new Settings(chosen.id(), output(outputs, Deployment.TABLE_OUTPUT, stack), null),
                new PlanSettings(chosen.id(), output(outputs, Deployment.USAGE_PLAN_OUTPUT, stack), null),
                credentials,
                KeySecret.Mode.LIVE);
    }

    private static AwsCredentialsProvider credentials() {
        var credentials = DefaultCredentialsProvider.builder().build();
        try {
            credentials.resolveCredentials();
            return credentials;
        } catch (SdkClientException e) {
            throw new CommandFailure("No AWS credentials were found: set AWS_PROFILE or log in to AWS first", e);
        }
    }

    private static Region region() {
        try {
            return new DefaultAwsRegionProviderChain().getRegion();
        } catch (SdkClientException e) {
            throw new CommandFailure("No AWS region was found: pass one with --region or set AWS_REGION", e);
        }
    }

    private static Map<String, String> outputs(String stack, Region region, AwsCredentialsProvider credentials) {
        try (var client = CloudFormationClient.builder()
                .region(region)
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            return client.describeStacks(request -> request.stackName(stack)).stacks().getFirst().outputs().stream()
                    .collect(Collectors.toMap(Output::outputKey, Output::outputValue));
        } catch (CloudFormationException e) {
            throw new CommandFailure(
                    "The stack " + stack + " cannot be read in " + region + ": "
                            + e.awsErrorDetails().errorMessage(),
                    e);
        }
    }

    private static String output(Map<String, String> outputs, String name, String stack) {
        return Optional.ofNullable(outputs.get(name))
                .orElseThrow(() ->
                        new CommandFailure("The stack " + stack + " has no output " + name + ": deploy it again"));
    }
}
