package waggle.cloud;

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
import waggle.model.aws.Deployment;
import waggle.model.aws.PlanSettings;
import waggle.model.aws.Settings;
import waggle.model.keys.KeySecret;

/** An environment in AWS, found by the outputs of its stack with the credentials of whoever calls. */
final class DeployedCloud {
    static {
        // The SDK's own clients, for profiles and single sign-on, must not choose among several.
        System.setProperty(
                "software.amazon.awssdk.http.service.impl",
                "software.amazon.awssdk.http.urlconnection.UrlConnectionSdkHttpService");
    }

    private DeployedCloud() {}

    /**
     * The environment's table and usage plan.
     *
     * @param region otherwise that of the caller's profile
     * @throws Complaint when there is no such stack, or nothing to ask AWS with
     */
    static Environment find(String environment, @Nullable String region) {
        var credentials = credentials();
        var there = region == null ? region() : Region.of(region);
        var stack = Deployment.stackName(environment);
        var outputs = outputs(stack, there, credentials);
        return new Environment(
                new Settings(there.id(), output(outputs, Deployment.TABLE_OUTPUT, stack), null),
                new PlanSettings(there.id(), output(outputs, Deployment.USAGE_PLAN_OUTPUT, stack), null),
                credentials,
                KeySecret.Mode.LIVE);
    }

    private static AwsCredentialsProvider credentials() {
        var credentials = DefaultCredentialsProvider.builder().build();
        try {
            credentials.resolveCredentials();
            return credentials;
        } catch (SdkClientException e) {
            throw new Complaint("There are no AWS credentials: set AWS_PROFILE, or log in to AWS first", e);
        }
    }

    private static Region region() {
        try {
            return new DefaultAwsRegionProviderChain().getRegion();
        } catch (SdkClientException e) {
            throw new Complaint("There is no AWS region: name it with --region, or set AWS_REGION", e);
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
            throw new Complaint(
                    "The stack " + stack + " cannot be read in " + region + ": "
                            + e.awsErrorDetails().errorMessage(),
                    e);
        }
    }

    private static String output(Map<String, String> outputs, String name, String stack) {
        return Optional.ofNullable(outputs.get(name))
                .orElseThrow(
                        () -> new Complaint("The stack " + stack + " has no output " + name + ": deploy it again"));
    }
}
