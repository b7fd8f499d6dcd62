package waggle.crm.work;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import waggle.crm.account.Accounts;
import waggle.crm.rules.ValidShapes;
import waggle.model.catalogue.Catalogue;
import waggle.model.crm.stored.Connections;
import waggle.model.json.Json;
import waggle.platform.aws.Clients;
import waggle.platform.aws.CrmSettings;
import waggle.platform.aws.Priming;
import waggle.platform.aws.SecretSettings;
import waggle.platform.aws.Settings;
import waggle.platform.queue.CrmQueue;
import waggle.platform.secrets.Seals;

/** Lambda's entry point for the queue of the synchronisation with CRMs. */
public final class SyncFunction implements RequestStreamHandler {
    private final SyncWorker worker;

    @SuppressWarnings("UnusedVariable") // the CRaC context holds it weakly
    private final Priming priming;

    /** Used by Lambda: reads the settings from the environment. */
    public SyncFunction() {
        this(
                Settings.from(System::getenv),
                CrmSettings.from(System::getenv),
                SecretSettings.from(System::getenv),
                Clients.lambdaCredentials(),
                Clock.systemUTC());
    }

    public SyncFunction(
            Settings settings,
            CrmSettings crm,
            SecretSettings secrets,
            AwsCredentialsProvider credentials,
            Clock clock) {
        var client = Clients.dynamoDb(settings, credentials);
        var connections = new Connections(client, settings.table(), Seals.of(secrets, credentials));
        this.worker = new SyncWorker(new Services(
                client,
                settings.table(),
                clock,
                Catalogue.writes(client, settings.table(), clock),
                connections,
                new Accounts(client, settings, crm, connections, clock),
                new ValidShapes(),
                CrmQueue.of(crm, credentials)));
        this.priming = Priming.register(worker::prime);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, @Nullable Context context) throws IOException {
        var requestId =
                Optional.ofNullable(context).map(Context::getAwsRequestId).orElse("crm");
        var failed = worker.work(SyncMessage.listFrom(Json.mapper().readTree(in)), requestId);
        var response = Json.mapper().createObjectNode();
        var failures = response.putArray("batchItemFailures");
        failed.forEach(id -> failures.addObject().put("itemIdentifier", id));
        Json.mapper().writeValue(out, response);
    }
}
