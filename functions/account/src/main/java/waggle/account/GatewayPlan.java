package waggle.account;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.ApiKey;
import software.amazon.awssdk.services.apigateway.model.ConflictException;
import software.amazon.awssdk.services.apigateway.model.NotFoundException;
import waggle.model.aws.PlanSettings;
import waggle.model.keys.KeyPlan;

/**
 * API Gateway's usage plan. A Waggle key has an API Gateway key of its own there, whose value is the Waggle key's uuid,
 * so that a new secret does not begin a new count. Nothing is remembered here: what was begun and not finished is found
 * under its name.
 */
public final class GatewayPlan implements KeyPlan, AutoCloseable {
    private static final String NAME_PREFIX = "waggle-";
    private static final String KEY_TYPE = "API_KEY";

    private final ApiGatewayClient client;
    private final String usagePlan;

    /** @param usagePlan its id */
    public GatewayPlan(ApiGatewayClient client, String usagePlan) {
        this.client = client;
        this.usagePlan = usagePlan;
    }

    public static GatewayPlan of(PlanSettings settings, AwsCredentialsProvider credentials) {
        return new GatewayPlan(PlanClient.of(settings, credentials), settings.usagePlan());
    }

    @Override
    public void admit(UUID key) {
        make(key).ifPresentOrElse(this::joinOrUndo, () -> join(known(key)));
    }

    @Override
    public void remove(UUID key) {
        find(key).forEach(this::delete);
    }

    /** The id of the new key in the gateway, or empty when it has the value already. */
    private Optional<String> make(UUID key) {
        try {
            var made = client.createApiKey(
                    request -> request.name(name(key)).value(key.toString()).enabled(true));
            return Optional.of(made.id());
        } catch (ConflictException e) {
            return Optional.empty();
        }
    }

    /** A key that was there before is left: it may be in the plan, and in use. */
    private void joinOrUndo(String id) {
        try {
            join(id);
        } catch (RuntimeException e) {
            undo(id, e);
            throw e;
        }
    }

    private void undo(String id, RuntimeException cause) {
        try {
            delete(id);
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private void join(String id) {
        try {
            client.createUsagePlanKey(
                    request -> request.usagePlanId(usagePlan).keyId(id).keyType(KEY_TYPE));
        } catch (ConflictException e) {
            // It is in the plan.
        }
    }

    private void delete(String id) {
        try {
            client.deleteApiKey(request -> request.apiKey(id));
        } catch (NotFoundException e) {
            // Somebody else was faster, or an earlier attempt was.
        }
    }

    private String known(UUID key) {
        return find(key)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("API Gateway has the value of key " + key + " under another name"));
    }

    /** API Gateway takes the name for a prefix. */
    private Stream<String> find(UUID key) {
        return client.getApiKeysPaginator(request -> request.nameQuery(name(key))).items().stream()
                .filter(found -> name(key).equals(found.name()))
                .map(ApiKey::id);
    }

    private static String name(UUID key) {
        return NAME_PREFIX + key;
    }

    @Override
    public void close() {
        client.close();
    }
}
