package waggle.crm.work;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.cloud.dynamodb.EmbeddedDynamoDb;
import waggle.model.table.NewTable;
import waggle.platform.aws.Clients;
import waggle.platform.aws.Settings;

/** One DynamoDB Local for all tests of a JVM. Each test uses its own company. */
final class LocalTable {
    static final String NAME = "waggle-test";

    private static final DynamoDbClient CLIENT = start();

    private LocalTable() {}

    static DynamoDbClient shared() {
        return CLIENT;
    }

    private static DynamoDbClient start() {
        try {
            var settings =
                    new Settings("us-east-1", NAME, EmbeddedDynamoDb.start(null).endpoint());
            var client = Clients.dynamoDb(
                    settings, StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
            NewTable.create(client, NAME);
            return client;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
