package waggle.account;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.ApiKey;
import software.amazon.awssdk.services.apigateway.model.ConflictException;
import software.amazon.awssdk.services.apigateway.model.NotFoundException;
import software.amazon.awssdk.services.apigateway.model.UsagePlanKey;
import waggle.model.keys.KeyPlan;
import waggle.platform.aws.PlanSettings;

/**
 * API Gateway's usage plan. Each Waggle key has an API Gateway key there, whose value is made of the Waggle key's uuid, so that
 * a rotated key keeps its count. This class keeps no state: an unfinished key is found by its name.
 */
public final class GatewayPlan implements KeyPlan, AutoCloseable {
    private static final String NAME_PREFIX = "waggle-";
    private static final String KEY_TYPE = "API_KEY";
    private static final int MOST_ON_A_PAGE = 500;

    private final ApiGatewayClient client;
    private final String usagePlan;

    /** @param usagePlan the id of the usage plan */
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

    /** The values of all keys in the plan. */
    public Set<String> admitted() {
        return client
                .getUsagePlanKeysPaginator(
                        request -> request.usagePlanId(usagePlan).limit(MOST_ON_A_PAGE))
                .items()
                .stream()
                .map(UsagePlanKey::value)
                .collect(Collectors.toSet());
    }

    /** Creates the key in the gateway and returns its id, or empty if a key has this value already. */
    private Optional<String> make(UUID key) {
        try {
            var made = client.createApiKey(
                    request -> request.name(name(key)).value(KeyPlan.value(key)).enabled(true));
            return Optional.of(made.id());
        } catch (ConflictException e) {
            return Optional.empty();
        }
    }

    /** Adds a new key to the plan, or deletes it. An older key is never deleted here, since it may be in use. */
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
            // The key is in the plan already.
        }
    }

    private void delete(String id) {
        try {
            client.deleteApiKey(request -> request.apiKey(id));
        } catch (NotFoundException e) {
            // Another request or an earlier attempt deleted the key.
        }
    }

    private String known(UUID key) {
        return find(key)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("API Gateway has the value of key " + key + " under another name"));
    }

    /** API Gateway matches names by prefix. */
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
