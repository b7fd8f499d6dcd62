package waggle.cloud;

import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.account.GatewayPlan;
import waggle.cloud.dynamodb.EmbeddedDynamoDb;
import waggle.cloud.gateway.ControlPlane;
import waggle.cloud.gateway.Gateway;
import waggle.model.OpenPage;
import waggle.model.aws.Clients;
import waggle.model.aws.PlanSettings;
import waggle.model.aws.QueueSettings;
import waggle.model.aws.Settings;
import waggle.model.companies.Companies;
import waggle.model.companies.Company;
import waggle.model.keys.KeyPlan;
import waggle.model.keys.KeySecret;
import waggle.model.keys.KeyStore;
import waggle.model.keys.Scopes;
import waggle.model.table.NewTable;

/** The whole system on this machine: DynamoDB Local, ElasticMQ, the functions, and the gateway before them. */
public final class Cloud implements AutoCloseable {
    /** DynamoDB Local takes any. */
    static final AwsBasicCredentials CREDENTIALS = AwsBasicCredentials.create("local", "local");

    private static final String REGION = "us-east-1";
    private static final String TABLE = "waggle-local";

    private final Parts parts;
    private final Settings settings;
    private final PlanSettings planSettings;
    private final DynamoDbClient dynamoDb;
    private final GatewayPlan plan;
    private final Queues queues;
    private final Gateway gateway;

    private Cloud(Parts parts, CloudOptions options) throws Exception {
        var sqs = CompletableFuture.supplyAsync(EmbeddedSqs::start);
        var database = parts.add(EmbeddedDynamoDb.start(options.data()));
        this.parts = parts;
        settings = new Settings(REGION, TABLE, database.endpoint());
        var credentials = StaticCredentialsProvider.create(CREDENTIALS);
        dynamoDb = parts.add(Clients.dynamoDb(settings, credentials));
        NewTable.create(dynamoDb, TABLE);
        var control = parts.add(ControlPlane.start(options.rate()));
        planSettings = new PlanSettings(REGION, ControlPlane.USAGE_PLAN, control.endpoint());
        plan = parts.add(GatewayPlan.of(planSettings, credentials));
        new KeptKeys(dynamoDb, TABLE).admit(plan);
        var functions = parts.add(Functions.start(options.packaged(), settings, planSettings, options.localWebhooks()));
        queues = parts.add(Queues.create(parts.add(sqs.join()).endpoint(), REGION, credentials));
        var workers = parts.add(
                EventFunctions.start(options.packaged(), settings, queues.settings(), options.localWebhooks()));
        parts.add(Pipeline.start(workers, settings, queues, dynamoDb, credentials));
        gateway = parts.add(Gateway.start(options.port(), control, functions.authorizer(), functions.others()));
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

    public PlanSettings planSettings() {
        return planSettings;
    }

    public QueueSettings queueSettings() {
        return queues.settings();
    }

    /** The usage plan; what the functions are not told of must be admitted here. */
    public KeyPlan plan() {
        return plan;
    }

    /** A further company, whose first key is counted. */
    public KeySecret open(Company company, KeySecret.Mode mode, Scopes scopes) {
        return companies().open(company, "First key", mode, scopes);
    }

    /** A further key of a company, counted as well. */
    public KeySecret issue(UUID company, KeySecret.Mode mode, Scopes scopes) {
        return companies().issue(company, "Further key", mode, scopes);
    }

    private Companies companies() {
        return new Companies(dynamoDb, settings.table(), Clock.systemUTC(), plan);
    }

    public KeyStore keys() {
        return new KeyStore(dynamoDb, settings.table());
    }

    @Override
    public void close() {
        parts.close();
    }
}
