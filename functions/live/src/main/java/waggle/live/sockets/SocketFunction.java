package waggle.live.sockets;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import waggle.model.ErrorCode;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.json.Json;
import waggle.model.keys.ApiKey;
import waggle.model.keys.KeyStore;
import waggle.model.live.Connections;
import waggle.model.live.EventLog;
import waggle.model.live.Tickets;
import waggle.model.store.Store;
import waggle.platform.aws.Clients;
import waggle.platform.aws.LiveSettings;
import waggle.platform.aws.Priming;
import waggle.platform.aws.Settings;
import waggle.sockets.ManagementApi;
import waggle.sockets.Messages;

/** Lambda's entry point for the WebSocket API. It has no framework. */
public final class SocketFunction implements RequestStreamHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SocketFunction.class);
    private static final int OK = 200;

    private final Sockets sockets;

    @SuppressWarnings("UnusedVariable") // the CRaC context holds it weakly
    private final Priming priming;

    /** Used by Lambda: reads the settings from the environment. */
    public SocketFunction() {
        this(
                Settings.from(System::getenv),
                LiveSettings.from(System::getenv),
                Clients.lambdaCredentials(),
                Clock.systemUTC());
    }

    public SocketFunction(Settings settings, LiveSettings live, AwsCredentialsProvider credentials, Clock clock) {
        var client = Clients.dynamoDb(settings, credentials);
        var table = settings.table();
        var connections = new Connections(client, table, clock);
        this.sockets = new Sockets(
                new Tickets(client, table, clock),
                new KeyStore(client, table, clock),
                new Store<>(client, table, ApiKey.RESOURCE, clock),
                connections,
                new EventLog(client, table, clock),
                new ManagementApi(live, credentials),
                clock);
        this.priming = Priming.register(() -> connections.all(Uuids.next()));
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        var event = new SocketEvent(Json.mapper().readTree(in));
        MDC.put("request_id", event.requestId());
        try {
            Json.mapper().writeValue(out, handle(event));
        } finally {
            MDC.clear();
        }
    }

    private Object handle(SocketEvent event) {
        try {
            return switch (event.type()) {
                case CONNECT -> {
                    sockets.connect(event);
                    yield response(OK, null);
                }
                case DISCONNECT -> {
                    sockets.disconnect(event);
                    yield response(OK, null);
                }
                case MESSAGE -> response(OK, sockets.message(event));
            };
        } catch (WaggleException refusal) {
            return response(refusal.code().status(), Messages.error(refusal, null));
        } catch (RuntimeException e) {
            LOG.error("a message cannot be handled", e);
            var failure = new WaggleException(ErrorCode.INTERNAL_ERROR);
            return response(failure.code().status(), Messages.error(failure, null));
        }
    }

    private static Object response(int status, @Nullable String body) {
        var response = new LinkedHashMap<String, Object>();
        response.put("statusCode", status);
        if (body != null) {
            response.put("body", body);
        }
        return response;
    }
}
