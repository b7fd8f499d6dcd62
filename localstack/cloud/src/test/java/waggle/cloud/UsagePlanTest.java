package waggle.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.apigateway.model.NotFoundException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.cloud.environment.Environment;
import waggle.model.companies.Company;
import waggle.model.keys.KeySecret;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;
import waggle.platform.aws.Clients;
import waggle.platform.aws.PlanSettings;

final class UsagePlanTest {
    private static final StaticCredentialsProvider CREDENTIALS = StaticCredentialsProvider.create(Cloud.CREDENTIALS);

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void key_removedFromThePlan_isRefusedUntilItIsAdmittedAgain() throws Exception {
        try (var cloud = Cloud.start(CloudOptions.defaults())) {
            var key = open(cloud);
            var uuid = cloud.keys().find(key).orElseThrow().uuid();
            assertThat(call(cloud, key).statusCode()).isEqualTo(200);

            cloud.plan().remove(uuid);
            var refused = call(cloud, key);

            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).startsWith("{\"error\":\"Invalid API key\",\"code\":\"invalid_api_key\",");
            cloud.plan().admit(uuid);
            assertThat(call(cloud, key).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void key_storedWithTheData_isInThePlanAfterTheNextStart(@TempDir Path data) throws Exception {
        var options = CloudOptions.defaults().withData(data).withRate(1);
        KeySecret first;
        KeySecret second;
        try (var cloud = Cloud.start(options)) {
            first = open(cloud);
            second = open(cloud);
        }

        try (var cloud = Cloud.start(options)) {
            assertThat(call(cloud, first).statusCode()).isEqualTo(200);
            assertThat(call(cloud, first).statusCode()).isEqualTo(429);
            assertThat(call(cloud, second).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void key_thatCannotBeAddedToThePlan_isNotCreated() throws Exception {
        try (var cloud = Cloud.start(CloudOptions.defaults());
                var table = Clients.dynamoDb(cloud.settings(), CREDENTIALS)) {
            var real = cloud.planSettings();
            var unknown = new PlanSettings(real.region(), "unknown", real.endpoint());
            var environment =
                    new Environment(cloud.baseUrl(), cloud.settings(), unknown, CREDENTIALS, KeySecret.Mode.TEST);

            assertThatThrownBy(() -> environment.open(new Company("Acme"), "First", Scopes.of(Scope.READ)))
                    .isInstanceOf(NotFoundException.class);

            var items =
                    table.scan(scan -> scan.tableName(cloud.settings().table())).items();
            assertThat(items).isNotEmpty().noneMatch(UsagePlanTest::isKey).noneMatch(UsagePlanTest::isCompany);
        }
    }

    private static boolean isKey(Map<String, AttributeValue> item) {
        return Objects.requireNonNull(item.get("pk")).s().startsWith("KEY#");
    }

    private static boolean isCompany(Map<String, AttributeValue> item) {
        return Objects.requireNonNull(item.get("pk")).s().endsWith("#company");
    }

    private static KeySecret open(Cloud cloud) {
        return cloud.open(new Company("Acme"), KeySecret.Mode.TEST, Scopes.of(Scope.READ));
    }

    private HttpResponse<String> call(Cloud cloud, KeySecret key) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(cloud.baseUrl() + "/tags"))
                .header("Authorization", "Bearer " + key.reveal())
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
