package waggle.cloud;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.account.GatewayPlan;
import waggle.cloud.dynamodb.EmbeddedDynamoDb;
import waggle.cloud.dynamodb.InjectedFaults;
import waggle.cloud.gateway.ControlPlane;
import waggle.cloud.gateway.Gateway;
import waggle.cloud.gateway.GatewayPort;
import waggle.cloud.lambda.WatchedLambda;
import waggle.cloud.sockets.OpenSockets;
import waggle.cloud.sockets.SocketListener;
import waggle.cloud.sqs.EmbeddedSqs;
import waggle.cloud.sqs.Queues;
import waggle.model.catalogue.Catalogue;
import waggle.model.catalogue.OpenPage;
import waggle.model.companies.Companies;
import waggle.model.companies.Company;
import waggle.model.keys.KeyPlan;
import waggle.model.keys.KeySecret;
import waggle.model.keys.KeyStore;
import waggle.model.keys.Scopes;
import waggle.model.status.StatusWrites;
import waggle.model.table.NewTable;
import waggle.platform.aws.Clients;
import waggle.platform.aws.CrmSettings;
import waggle.platform.aws.LiveSettings;
import waggle.platform.aws.PlanSettings;
import waggle.platform.aws.QueueSettings;
import waggle.platform.aws.SecretSettings;
import waggle.platform.aws.Settings;

/** All of Waggle in this process: gateway, functions, DynamoDB Local and ElasticMQ. */
public final class Cloud implements AutoCloseable {
    /** Placeholders: DynamoDB Local, ElasticMQ and {@link ControlPlane} do not validate credentials. */
    public static final AwsBasicCredentials CREDENTIALS = AwsBasicCredentials.create("local", "local");

    private static final String REGION = "us-east-1";
    private static final String TABLE = "waggle-local";

    private final Closer closer;
    private final InjectedFaults faults;
    private final Settings settings;
    private final SecretSettings secrets;
    private final PlanSettings planSettings;
    private final DynamoDbClient dynamoDb;
    private final GatewayPlan plan;
    private final OpenSockets sockets;
    private final Queues queues;
    private final WatchedLambda dispatcher;
    private final WatchedLambda sync;
    private final List<WatchedLambda> live;
    private final Gateway gateway;

    private Cloud(Closer closer, CloudOptions options) throws Exception {
        var sqs = CompletableFuture.supplyAsync(EmbeddedSqs::start);
        var database = closer.register(EmbeddedDynamoDb.start(options.data(), options.lockTime()));
        this.closer = closer;
        faults = database.faults();
        settings = new Settings(REGION, TABLE, database.endpoint());
        secrets = new SecretSettings(REGION, LocalSecretsKey.of(options.data()), null);
        var credentials = StaticCredentialsProvider.create(CREDENTIALS);
        dynamoDb = closer.register(Clients.dynamoDb(settings, credentials));
        NewTable.create(dynamoDb, TABLE);
        // A laptop sleeps, so the time before this start says nothing.
        new StatusWrites(dynamoDb, TABLE).forget();
        sockets = closer.register(OpenSockets.start(Clock.systemUTC()));
        var control = closer.register(ControlPlane.start(options.rate(), sockets));
        planSettings = new PlanSettings(REGION, ControlPlane.USAGE_PLAN, control.endpoint());
        plan = closer.register(GatewayPlan.of(planSettings, credentials));
        // The plan is in memory.
        keys().all().forEach(plan::admit);
        var port = closer.register(GatewayPort.open(options.port()));
        var live = new LiveSettings(REGION, port.liveUrl(), control.endpoint());
        queues = closer.register(Queues.create(
                closer.register(sqs.join()).endpoint(), REGION, credentials, options.visibilityTimeout()));
        var crm = new CrmSettings(
                REGION, queues.settings().crm(), queues.settings().endpoint(), options.crmFakes());
        var functions = closer.register(GatewayFunctions.start(
                options.packaged(), settings, planSettings, live, secrets, crm, options.localWebhooks()));
        var eventFunctions = closer.register(EventFunctions.start(
                options.packaged(),
                settings,
                queues.settings(),
                live,
                secrets,
                crm,
                port.url(OpenPage.STATUS),
                options.localWebhooks()));
        dispatcher = eventFunctions.dispatcher();
        sync = eventFunctions.sync();
        this.live = List.of(eventFunctions.live(), functions.sockets());
        closer.register(EventSources.start(eventFunctions, settings, queues, dynamoDb, credentials, options));
        gateway = closer.register(Gateway.start(
                port,
                control,
                functions.authorizer(),
                functions.integrations(),
                new SocketListener(functions.sockets(), sockets)));
    }

    /**
     * Starts all parts. If one part does not start, the others are closed.
     *
     * @throws java.net.BindException if the port of the gateway is in use
     * @throws CommandFailure if packaged functions are requested and a jar is missing
     */
    public static Cloud start(CloudOptions options) throws Exception {
        var closer = new Closer();
        try {
            return new Cloud(closer, options);
        } catch (Exception e) {
            closer.close();
            throw e;
        }
    }

    /** The base URL of the API, with {@code /v1}. */
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

    /** The function that gets the messages of the queues, for tests that read them. */
    public WatchedLambda dispatcher() {
        return dispatcher;
    }

    /** The function that gets the messages of the synchronisation with CRMs, for tests that read them. */
    public WatchedLambda sync() {
        return sync;
    }

    /** The open connections of the WebSocket API. */
    public OpenSockets sockets() {
        return sockets;
    }

    /** The functions of live updates, for tests in which they fail. */
    public List<WatchedLambda> live() {
        return live;
    }

    /** The settings as environment variables of a function that issues API keys. */
    public Map<String, String> variables() {
        return new FunctionVariables(settings, secrets, false).with(planSettings);
    }

    /** The usage plan. A key that is written to the table without the functions must be admitted here. */
    public KeyPlan plan() {
        return plan;
    }

    /** Opens a company and returns its first key, which is in the usage plan. */
    public KeySecret open(Company company, KeySecret.Mode mode, Scopes scopes) {
        return companies().open(company, "First key", mode, scopes);
    }

    /** Issues another key of a company, which is in the usage plan. */
    public KeySecret issue(UUID company, KeySecret.Mode mode, Scopes scopes) {
        return companies().issue(company, "Another key", mode, scopes);
    }

    private Companies companies() {
        return Catalogue.companies(dynamoDb, settings.table(), Clock.systemUTC(), plan);
    }

    /** Makes calls of the functions to DynamoDB fail, in tests. */
    public InjectedFaults faults() {
        return faults;
    }

    public KeyStore keys() {
        return new KeyStore(dynamoDb, settings.table());
    }

    @Override
    public void close() {
        closer.close();
    }
}
