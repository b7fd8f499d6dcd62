package waggle.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import waggle.cloud.dynamodb.EmbeddedDynamoDb;
import waggle.model.table.ItemKey;
import waggle.model.table.NewTable;
import waggle.model.table.TableDesign;
import waggle.platform.aws.Clients;
import waggle.platform.aws.Settings;

/** What changes a table is seen by the next call, although the local table remembers descriptions. */
final class RememberedTablesTest {
    private static final String TABLE = "remembered";

    @Test
    void description_isThatOfTheLastChange() throws Exception {
        try (var database = EmbeddedDynamoDb.start(null);
                var client = Clients.dynamoDb(
                        new Settings("us-east-1", TABLE, database.endpoint()),
                        StaticCredentialsProvider.create(Cloud.CREDENTIALS))) {
            NewTable.create(client, TABLE);
            client.putItem(put -> put.tableName(TABLE).item(new ItemKey("a", "b").attributes()));

            client.updateTimeToLive(change -> change.tableName(TABLE)
                    .timeToLiveSpecification(ttl -> ttl.enabled(false).attributeName(TableDesign.TIME_TO_LIVE)));
            assertThat(client.describeTimeToLive(describe -> describe.tableName(TABLE))
                            .timeToLiveDescription()
                            .timeToLiveStatus())
                    .isEqualTo(TimeToLiveStatus.DISABLED);

            client.deleteTable(delete -> delete.tableName(TABLE));
            assertThatThrownBy(() -> client.describeTable(describe -> describe.tableName(TABLE)))
                    .isInstanceOf(ResourceNotFoundException.class);
        }
    }
}
