package waggle.cloud.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.ApiGatewayRequest;
import software.amazon.awssdk.services.apigateway.model.ApiKey;
import software.amazon.awssdk.services.apigateway.model.BadRequestException;
import software.amazon.awssdk.services.apigateway.model.CreateApiKeyRequest;
import software.amazon.awssdk.services.apigateway.model.CreateUsagePlanKeyRequest;
import software.amazon.awssdk.services.apigateway.model.DeleteApiKeyRequest;
import software.amazon.awssdk.services.apigateway.model.NotFoundException;
import waggle.account.GatewayPlan;
import waggle.account.PlanClient;
import waggle.cloud.gateway.Interruption.Kind;
import waggle.cloud.sockets.OpenSockets;
import waggle.model.Uuids;
import waggle.model.keys.KeyPlan;
import waggle.platform.aws.PlanSettings;

/** Fills the usage plan with the code of the functions and the AWS SDK. */
final class GatewayPlanTest {
    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    private final ControlPlane control = ControlPlane.start(1, OpenSockets.start(Clock.systemUTC()));
    private final ApiGatewayClient client = client();
    private final GatewayPlan plan = plan(client);
    private final UUID key = Uuids.next();

    GatewayPlanTest() throws IOException {}

    @AfterEach
    void end() {
        client.close();
        control.close();
    }

    @Test
    void key_admitted_isCounted() {
        plan.admit(key);

        assertThat(names()).containsExactly("waggle-" + key);
        expectCounted();
    }

    @Test
    void key_admittedAgain_keepsItsCount() {
        plan.admit(key);
        control.plan().count(KeyPlan.value(key));

        plan.admit(key);

        assertThat(names()).hasSize(1);
        expectRefused("THROTTLED");
    }

    @Test
    void admittedKeys_areListedPageByPage() {
        var keys = Stream.generate(Uuids::next).limit(ControlPlane.PAGE + 1).toList();
        keys.forEach(plan::admit);

        assertThat(plan.admitted())
                .containsExactlyInAnyOrderElementsOf(
                        keys.stream().map(KeyPlan::value).toList());
    }

    /** As API Gateway. */
    @Test
    void value_withHyphens_isRefused() {
        assertThatThrownBy(
                        () -> client.createApiKey(request -> request.name("a").value(key.toString())))
                .isInstanceOf(BadRequestException.class);
    }

    @Test
    void key_notAdmitted_isRefused() {
        plan.admit(Uuids.next());

        expectRefused("INVALID_API_KEY");
    }

    @Test
    void key_removed_isRefusedAndDeleted() {
        plan.admit(key);

        plan.remove(key);
        plan.remove(key);

        assertThat(names()).isEmpty();
        expectRefused("INVALID_API_KEY");
    }

    @Test
    void key_removed_keepsOtherKeys() {
        var other = Uuids.next();
        plan.admit(key);
        plan.admit(other);
        create("waggle-" + key + "-copy", Uuids.next());

        plan.remove(key);

        assertThat(names()).containsExactlyInAnyOrder("waggle-" + other, "waggle-" + key + "-copy");
    }

    @Test
    void admission_ofAKeyOutsideThePlan_addsItToThePlan() {
        create("waggle-" + key, key);

        plan.admit(key);

        assertThat(names()).hasSize(1);
        expectCounted();
    }

    @Test
    void admission_ofAValueWithAnotherName_fails() {
        create("another name", key);

        assertThatThrownBy(() -> plan.admit(key)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUEST_LOST", "REPLY_LOST"})
    void admission_thatCannotAddToThePlan_leavesNothing(Kind kind) {
        assertThatThrownBy(
                        () -> interrupted(CreateUsagePlanKeyRequest.class, kind).admit(key))
                .hasMessageContaining("interrupted");

        assertThat(names()).isEmpty();
        expectRefused("INVALID_API_KEY");
    }

    /** A key that existed before may be in use. */
    @Test
    void repeatedAdmission_thatCannotAddToThePlan_keepsTheKey() {
        plan.admit(key);

        assertThatThrownBy(() -> interrupted(CreateUsagePlanKeyRequest.class, Kind.REQUEST_LOST)
                        .admit(key))
                .hasMessageContaining("interrupted");

        expectCounted();
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUEST_LOST", "REPLY_LOST"})
    void admission_interruptedAtTheFirstStep_succeedsOnRetry(Kind kind) {
        assertThatThrownBy(() -> interrupted(CreateApiKeyRequest.class, kind).admit(key))
                .hasMessageContaining("interrupted");
        expectRefused("INVALID_API_KEY");

        plan.admit(key);

        assertThat(names()).hasSize(1);
        expectCounted();
    }

    @Test
    void admission_thatCannotBeRolledBack_succeedsOnRetryAndCanBeRemoved() {
        var stuck = plan(client(
                new Interruption(CreateUsagePlanKeyRequest.class, Kind.REQUEST_LOST),
                new Interruption(DeleteApiKeyRequest.class, Kind.REQUEST_LOST)));
        assertThatThrownBy(() -> stuck.admit(key))
                .hasMessageContaining("interrupted")
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
        assertThat(names()).hasSize(1);
        expectRefused("INVALID_API_KEY");

        plan.admit(key);
        expectCounted();
        plan.remove(key);
        assertThat(names()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUEST_LOST", "REPLY_LOST"})
    void removal_interrupted_succeedsOnRetry(Kind kind) {
        plan.admit(key);
        assertThatThrownBy(() -> interrupted(DeleteApiKeyRequest.class, kind).remove(key))
                .hasMessageContaining("interrupted");

        plan.remove(key);

        assertThat(names()).isEmpty();
        expectRefused("INVALID_API_KEY");
    }

    @Test
    void throttledRequest_isRetried() {
        interrupted(CreateApiKeyRequest.class, Kind.THROTTLED_ONCE).admit(key);
        expectCounted();

        interrupted(DeleteApiKeyRequest.class, Kind.THROTTLED_ONCE).remove(key);
        expectRefused("INVALID_API_KEY");
    }

    @Test
    void unknownPlan_failsAndLeavesNothing() {
        assertThatThrownBy(() -> new GatewayPlan(client, "another").admit(key)).isInstanceOf(NotFoundException.class);

        assertThat(names()).isEmpty();
    }

    private void expectCounted() {
        assertThatCode(() -> control.plan().count(KeyPlan.value(key))).doesNotThrowAnyException();
        expectRefused("THROTTLED");
    }

    private void expectRefused(String reply) {
        assertThatThrownBy(() -> control.plan().count(KeyPlan.value(key)))
                .isInstanceOf(Refusal.class)
                .hasMessage(reply);
    }

    private void create(String name, UUID value) {
        client.createApiKey(request -> request.name(name).value(KeyPlan.value(value)));
    }

    private Iterable<String> names() {
        return client.getApiKeys().items().stream().map(ApiKey::name).toList();
    }

    private GatewayPlan interrupted(Class<? extends ApiGatewayRequest> type, Kind kind) {
        return plan(client(new Interruption(type, kind)));
    }

    private static GatewayPlan plan(ApiGatewayClient client) {
        return new GatewayPlan(client, ControlPlane.USAGE_PLAN);
    }

    private ApiGatewayClient client(ExecutionInterceptor... interceptors) {
        var settings = new PlanSettings("us-east-1", ControlPlane.USAGE_PLAN, control.endpoint());
        return PlanClient.of(settings, CREDENTIALS, interceptors);
    }
}
