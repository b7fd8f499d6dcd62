package waggle.cloud.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.account.GatewayPlan;
import waggle.authorizer.AuthorizerFunction;
import waggle.cloud.dynamodb.EmbeddedDynamoDb;
import waggle.cloud.lambda.InProcessLambda;
import waggle.cloud.lambda.Lambda;
import waggle.cloud.sockets.OpenSockets;
import waggle.model.Actor;
import waggle.model.ManualClock;
import waggle.model.catalogue.Catalogue;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.companies.Companies;
import waggle.model.companies.Company;
import waggle.model.keys.KeyGrant;
import waggle.model.keys.KeyRing;
import waggle.model.keys.KeySecret;
import waggle.model.keys.KeyStore;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;
import waggle.model.records.Precondition;
import waggle.model.table.NewTable;
import waggle.platform.aws.Clients;
import waggle.platform.aws.PlanSettings;
import waggle.platform.aws.Settings;

/** Revocation and rate limit of keys, with the real authorizer behind the gateway, on a manual clock. */
final class KeyLimitsTest {
    private static final String TABLE = "limits";
    private static final int RATE = 3;
    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    private final HttpClient http = HttpClient.newHttpClient();
    private final ManualClock clock = new ManualClock();
    private EmbeddedDynamoDb database;
    private DynamoDbClient dynamoDb;
    private ControlPlane control;
    private GatewayPlan plan;
    private KeyStore keys;
    private Gateway gateway;

    @BeforeEach
    void start() throws Exception {
        database = EmbeddedDynamoDb.start(null);
        dynamoDb = Clients.dynamoDb(new Settings("us-east-1", TABLE, database.endpoint()), CREDENTIALS);
        NewTable.create(dynamoDb, TABLE);
        control = ControlPlane.start(RATE, OpenSockets.start(clock), clock);
        plan = GatewayPlan.of(new PlanSettings("us-east-1", ControlPlane.USAGE_PLAN, control.endpoint()), CREDENTIALS);
        keys = new KeyStore(dynamoDb, TABLE, clock);
        gateway = Gateway.start(
                control,
                new InProcessLambda(new AuthorizerFunction(keys)),
                Map.of(ResourceGroup.WORKFLOW.id(), new OkFunction()),
                clock);
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        plan.close();
        control.close();
        dynamoDb.close();
        database.close();
    }

    @Test
    void revokedKey_inThePlan_isRefusedWithinAMinute() throws Exception {
        var key = open();
        assertThat(call(key).statusCode()).isEqualTo(200);
        clock.move(Duration.ofSeconds(1));

        // The key stays in the usage plan, so that only the authorizer can refuse it.
        var grant = grant(key);
        revoke(grant);
        plan.admit(grant.uuid());

        clock.move(Duration.ofSeconds(53));
        assertThat(call(key).statusCode()).isEqualTo(200);
        clock.move(Duration.ofSeconds(6));
        assertThat(call(key).statusCode()).isEqualTo(401);
    }

    @Test
    void revokedKey_outsideThePlan_isRefusedAtOnce() throws Exception {
        var key = open();
        assertThat(call(key).statusCode()).isEqualTo(200);

        revoke(grant(key));

        assertThat(call(key).statusCode()).isEqualTo(401);
    }

    @Test
    void client_thatWaitsForRetryAfter_succeeds() throws Exception {
        var key = open();
        clock.move(Duration.ofMillis(10_700));
        for (var i = 0; i < RATE; i++) {
            assertThat(call(key).statusCode()).isEqualTo(200);
            clock.move(Duration.ofMillis(900));
        }
        var refused = call(key);
        assertThat(refused.statusCode()).isEqualTo(429);

        clock.move(Duration.ofSeconds(
                refused.headers().firstValueAsLong("Retry-After").orElseThrow()));

        assertThat(call(key).statusCode()).isEqualTo(200);
    }

    @Test
    void flood_ofOneKey_doesNotLimitAnotherKeyOfTheCompany() throws Exception {
        var flooded = open();
        var other = companies().issue(grant(flooded).company(), "Other", KeySecret.Mode.TEST, Scopes.of(Scope.READ));
        for (var i = 0; i < 5 * RATE; i++) {
            call(flooded);
        }

        assertThat(call(flooded).statusCode()).isEqualTo(429);
        for (var i = 0; i < RATE; i++) {
            assertThat(call(other).statusCode()).isEqualTo(200);
        }
    }

    private KeySecret open() {
        return companies().open(new Company("Acme"), "First", KeySecret.Mode.TEST, Scopes.of(Scope.READ));
    }

    private Companies companies() {
        return Catalogue.companies(dynamoDb, TABLE, clock, plan);
    }

    private KeyGrant grant(KeySecret key) {
        return keys.find(key).orElseThrow();
    }

    private void revoke(KeyGrant grant) {
        var actor = Actor.ofKey(grant.company(), grant.uuid(), grant.label(), "request");
        var ring = new KeyRing(dynamoDb, TABLE, clock, plan);
        Catalogue.writes(dynamoDb, TABLE, clock)
                .run(actor, write -> ring.revoke(write, grant.uuid(), Precondition.NONE));
    }

    private HttpResponse<String> call(KeySecret key) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(gateway.baseUrl() + "/tags"))
                .header("Authorization", "Bearer " + key.reveal())
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static final class OkFunction implements Lambda {
        @Override
        public byte[] invoke(byte[] event) {
            return "{\"statusCode\":200,\"headers\":{},\"body\":\"\"}".getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public void close() {}
    }
}
