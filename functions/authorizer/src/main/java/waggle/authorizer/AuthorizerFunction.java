package waggle.authorizer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.awssdk.core.exception.SdkException;
import waggle.model.Uuids;
import waggle.model.json.Json;
import waggle.model.keys.KeyGrant;
import waggle.model.keys.KeySecret;
import waggle.model.keys.KeyStore;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;
import waggle.platform.aws.Clients;
import waggle.platform.aws.Priming;
import waggle.platform.aws.Settings;

/**
 * Verifies the API key of a request (API Gateway Lambda authorizer of type TOKEN: API Gateway Developer Guide, "Input to a
 * Lambda authorizer"). The gateway calls it for headers of the form {@link KeySecret#AUTHORIZATION} only. It has no
 * framework, since every client waits for its start.
 */
public final class AuthorizerFunction implements RequestStreamHandler {
    private static final Logger LOG = LoggerFactory.getLogger(AuthorizerFunction.class);
    private static final String PRIMING_ARN = "arn:aws:execute-api:region:account:api/stage/GET/v1/company";

    private final KeyStore keys;
    private final KeyUses uses;
    private final Clock clock;

    @SuppressWarnings("UnusedVariable") // the CRaC context holds it weakly
    private final Priming priming;

    /** The constructor that Lambda calls: settings come from the environment. */
    public AuthorizerFunction() {
        this(keys(Settings.from(System::getenv)));
    }

    public AuthorizerFunction(KeyStore keys) {
        this(keys, Clock.systemUTC());
    }

    AuthorizerFunction(KeyStore keys, Clock clock) {
        this.keys = keys;
        this.uses = new KeyUses(keys);
        this.clock = clock;
        this.priming = Priming.register(this::prime);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        handle(in, out);
    }

    private void handle(InputStream in, OutputStream out) throws IOException {
        var event = Json.mapper().readTree(in);
        try {
            authorize(
                    event.path("authorizationToken").asText(),
                    event.path("methodArn").asText(),
                    out);
        } catch (SdkException e) {
            LOG.error("a request cannot be authorized", e);
            throw e;
        } finally {
            MDC.clear();
        }
    }

    private void authorize(String header, String methodArn, OutputStream out) throws IOException {
        var now = clock.instant();
        var grant = KeySecret.ofAuthorization(header).flatMap(keys::find).orElseThrow(Unauthorized::new);
        MDC.put("company", grant.company().toString());
        MDC.put("api_key", grant.uuid().toString());
        uses.note(grant, now);
        Json.mapper().writeValue(out, Policy.of(grant, methodArn));
    }

    /** Looks up a key that was never issued, and notes the use of a key without a record. */
    void prime() throws IOException {
        var event = Map.of(
                "authorizationToken",
                "Bearer " + KeySecret.generate(KeySecret.Mode.TEST).reveal(),
                "methodArn",
                PRIMING_ARN);
        var nowhere = OutputStream.nullOutputStream();
        try {
            handle(new ByteArrayInputStream(Json.write(event).getBytes(StandardCharsets.UTF_8)), nowhere);
        } catch (Unauthorized expected) {
            var nobody = new KeyGrant(Uuids.next(), Uuids.next(), "priming", Scopes.of(Scope.READ));
            Json.mapper().writeValue(nowhere, Policy.of(nobody, PRIMING_ARN));
            keys.used(nobody, clock.instant());
        }
    }

    private static KeyStore keys(Settings settings) {
        return new KeyStore(Clients.dynamoDb(settings, Clients.lambdaCredentials()), settings.table());
    }
}
