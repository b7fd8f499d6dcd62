package waggle.authorizer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import waggle.model.json.Json;
import waggle.model.keys.KeySecret;
import waggle.model.keys.KeyStore;
import waggle.platform.aws.Clients;
import waggle.platform.aws.Settings;

/**
 * Validates the API key of a request (API Gateway Lambda authorizer of type REQUEST). It has no framework: it stands
 * before every request, so what it costs to start, every client pays.
 */
public final class AuthorizerFunction implements RequestStreamHandler {
    private final KeyStore keys;
    private final KeyUses uses;
    private final Clock clock;

    /** Starts with the settings of the environment, as Lambda wants it. */
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
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        var request = AuthorizerRequest.read(in);
        var now = clock.instant();
        var grant =
                request.bearer().flatMap(KeySecret::parse).flatMap(keys::find).orElseThrow(Unauthorized::new);
        Json.mapper().writeValue(out, Policy.of(grant, request));
        uses.note(grant, now);
    }

    private static KeyStore keys(Settings settings) {
        return new KeyStore(Clients.dynamoDb(settings, Clients.lambdaCredentials()), settings.table());
    }
}
