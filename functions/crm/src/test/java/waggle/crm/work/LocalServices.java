package waggle.crm.work;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import waggle.crm.account.Accounts;
import waggle.crm.rules.ValidShapes;
import waggle.model.catalogue.Catalogue;
import waggle.model.crm.mapping.Provider;
import waggle.model.crm.stored.Connections;
import waggle.model.crm.stored.CrmConnection;
import waggle.platform.aws.CrmSettings;
import waggle.platform.aws.SecretSettings;
import waggle.platform.aws.Settings;
import waggle.platform.queue.CrmQueue;
import waggle.platform.secrets.Seals;

/** What the worker uses on this machine. */
final class LocalServices {
    private static final String REGION = "us-east-1";
    private static final String QUEUE = "http://localhost/queue";

    private final String table;
    private final Clock clock;
    private final Map<Provider, URI> crms;
    private final SecretSettings secrets = new SecretSettings(REGION, Seals.newLocalKey(), null);
    final Queue<String> queued = new ConcurrentLinkedQueue<>();

    /** A queue that takes everything. */
    private final class Taking implements SqsClient {
        @Override
        public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
            queued.add(request.toString());
            return SendMessageBatchResponse.builder().failed(List.of()).build();
        }

        @Override
        public String serviceName() {
            return "sqs";
        }

        @Override
        public void close() {
            // It has nothing to close.
        }
    }

    /** @param crms the addresses of CRMs in memory */
    LocalServices(String table, Clock clock, Map<Provider, URI> crms) {
        this.table = table;
        this.clock = clock;
        this.crms = crms;
    }

    /** A new connection. */
    static CrmConnection connection(Provider provider, Map<String, String> credentials) {
        return new CrmConnection(
                provider,
                "Ours",
                credentials,
                CrmConnection.Status.CONNECTING,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The services of one process. */
    Services over(DynamoDbClient client) {
        var credentials = AnonymousCredentialsProvider.create();
        var settings = new Settings(REGION, table, null);
        var crm = new CrmSettings(REGION, QUEUE, URI.create("http://localhost"), crms);
        var connections = new Connections(client, table, Seals.of(secrets, credentials));
        return new Services(
                client,
                table,
                clock,
                Catalogue.writes(client, table, clock),
                connections,
                new Accounts(client, settings, crm, connections, clock),
                new ValidShapes(),
                new CrmQueue(new Taking(), QUEUE));
    }
}
