package waggle.cloud;

import java.net.URI;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.cloud.dynamodb.EmbeddedDynamoDb;
import waggle.cloud.gateway.Gateway;
import waggle.model.OpenPage;
import waggle.model.aws.Clients;
import waggle.model.aws.Settings;
import waggle.model.companies.Companies;
import waggle.model.keys.KeyStore;
import waggle.model.table.NewTable;

/** The whole system on this machine: DynamoDB Local, ElasticMQ, the functions, and the gateway before them. */
public final class Cloud implements AutoCloseable {
    /** DynamoDB Local takes any. */
    static final AwsBasicCredentials CREDENTIALS = AwsBasicCredentials.create("local", "local");

    private static final String REGION = "us-east-1";
    private static final String TABLE = "waggle-local";

    private final Parts parts;
    private final Settings settings;
    private final DynamoDbClient dynamoDb;
    private final Gateway gateway;

    private Cloud(Parts parts, CloudOptions options) throws Exception {
        var sqs = CompletableFuture.supplyAsync(EmbeddedSqs::start);
        var database = parts.add(EmbeddedDynamoDb.start(options.data()));
        this.parts = parts;
        settings = new Settings(REGION, TABLE, database.endpoint());
        dynamoDb = parts.add(Clients.dynamoDb(settings, StaticCredentialsProvider.create(CREDENTIALS)));
        NewTable.create(dynamoDb, TABLE);
        var functions = parts.add(Functions.start(options.packaged(), settings));
        parts.add(sqs.join());
        gateway = parts.add(Gateway.start(options.port(), options.rate(), functions.authorizer(), functions.others()));
    }

    /**
     * Starts everything, or nothing.
     *
     * @throws java.net.BindException when the gateway's port is taken
     */
    public static Cloud start(CloudOptions options) throws Exception {
        var parts = new Parts();
        try {
            return new Cloud(parts, options);
        } catch (Exception e) {
            parts.close();
            throw e;
        }
    }

    public URI baseUrl() {
        return gateway.baseUrl();
    }

    public URI url(OpenPage page) {
        return gateway.url(page);
    }

    public Settings settings() {
        return settings;
    }

    /** Opens further companies and keys. */
    public Companies companies() {
        return new Companies(dynamoDb, settings.table(), Clock.systemUTC());
    }

    public KeyStore keys() {
        return new KeyStore(dynamoDb, settings.table());
    }

    @Override
    public void close() {
        parts.close();
    }
}
