package waggle.cloud.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import waggle.cloud.Cloud;
import waggle.cloud.CloudOptions;
import waggle.cloud.environment.Environment;
import waggle.cloud.environment.Environment.Refill;
import waggle.cloud.environment.KeyTrial;
import waggle.model.companies.Company;
import waggle.model.keys.KeySecret;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;

/** {@code waggle keys refill} as a process. */
final class RefillKeysTest {
    @TempDir
    private Path folder;

    @Test
    void keysRefill_addsTheKeysThatThePlanLacks() throws Exception {
        try (var cloud = Cloud.start(CloudOptions.defaults());
                var aws = CloudFormation.of(cloud)) {
            var lost = open(cloud);
            open(cloud);
            cloud.plan().remove(cloud.keys().find(lost).orElseThrow().uuid());
            assertThat(new KeyTrial(cloud.baseUrl()).works(lost)).isFalse();

            var refill = run(aws.environment(cloud), "--env=dev", "--region=us-east-1");

            assertThat(refill.err()).isEmpty();
            assertThat(refill.out()).isEqualTo("The usage plan has all 2 API keys; 1 were missing.\n");
            assertThat(new KeyTrial(cloud.baseUrl()).works(lost)).isTrue();
            assertThat(environment(cloud).refill()).isEqualTo(new Refill(2, 0));
        }
    }

    @Test
    void unknownEnvironment_isReported() throws Exception {
        run(Map.of(), "--port=1").expectFailure("No local Waggle runs on port 1: start it with ./waggle up");
    }

    private WaggleCommand run(Map<String, String> environment, String... options) throws Exception {
        var arguments = Stream.concat(Stream.of("keys", "refill"), Stream.of(options));
        return WaggleCommand.run(folder, environment, arguments.toArray(String[]::new));
    }

    private static Environment environment(Cloud cloud) {
        return new Environment(
                cloud.baseUrl(),
                cloud.settings(),
                cloud.planSettings(),
                StaticCredentialsProvider.create(Cloud.CREDENTIALS),
                KeySecret.Mode.TEST);
    }

    private static KeySecret open(Cloud cloud) {
        return cloud.open(new Company("Acme"), KeySecret.Mode.TEST, Scopes.of(Scope.READ));
    }
}
