package waggle.model;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.cloud.dynamodb.EmbeddedDynamoDb;
import waggle.model.table.NewTable;
import waggle.platform.aws.Clients;
import waggle.platform.aws.Settings;

/** One DynamoDB Local for all tests of a JVM; each test keeps to a company of its own. */
public final class LocalTable {
    public static final String NAME = "waggle-test";

    private static final Settings SETTINGS = start();
    private static final DynamoDbClient CLIENT = client();
    private static final AtomicInteger OTHERS = new AtomicInteger();

    static {
        NewTable.create(CLIENT, NAME);
    }

    private LocalTable() {}

    public static DynamoDbClient shared() {
        return CLIENT;
    }

    public static DynamoDbClient client(ExecutionInterceptor... interceptors) {
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
        return Clients.dynamoDb(SETTINGS, credentials, interceptors);
    }

    /** Creates another table in the same DynamoDB Local, whose due records no other test finds. */
    public static String another() {
        var name = NAME + "-" + OTHERS.incrementAndGet();
        NewTable.create(CLIENT, name);
        return name;
    }

    public static Actor someone() {
        return Actor.ofKey(Uuids.next(), Uuids.next(), "Test", UUID.randomUUID().toString());
    }

    private static Settings start() {
        try {
            return new Settings("us-east-1", NAME, EmbeddedDynamoDb.start(null).endpoint());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
