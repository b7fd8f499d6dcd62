package waggle.infra.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.infra.FunctionIds;
import waggle.infra.Policies;

final class EventPermissionsTest {
    static Stream<String> functionsOfEvents() {
        return FunctionIds.functionsOfEvents();
    }

    @Test
    void relay_readsStreamAndEndpoints_foldsTheLogs_andNotifiesUsers() {
        assertThat(Policies.onTable("relay"))
                .containsExactlyInAnyOrder(
                        "DescribeStream StreamArn",
                        "GetRecords StreamArn",
                        "GetShardIterator StreamArn",
                        "ListStreams StreamArn",
                        "Query C#*#webhook_endpoint",
                        "Query C#*#crm_connection",
                        "Query C#*#user",
                        "GetItem C#*#crm_connection",
                        "Query C#*#event",
                        "Query C#*#audit_entry",
                        "Query C#*#event#SEGMENT",
                        "Query C#*#audit_entry#SEGMENT",
                        "PutItem C#*#event#SEGMENT",
                        "PutItem C#*#audit_entry#SEGMENT",
                        "PutItem C#*#event#FACETS",
                        "PutItem C#*#audit_entry#FACETS",
                        "UpdateItem C#*#event#SEGMENT",
                        "GetItem C#*#partner",
                        "GetItem C#*#lead",
                        "GetItem C#*#deal",
                        "GetItem C#*#stage",
                        "GetItem C#*#user",
                        "GetItem C#*#company",
                        "BatchGetItem C#*#user",
                        "BatchGetItem C#*#notification",
                        "PutItem C#*#notification",
                        "PutItem C#*#event",
                        "PutItem STATUS");
    }

    @Test
    void relay_sendsDeliveriesAndDeadLetters() {
        assertThat(Policies.onQueues("relay"))
                .containsExactlyInAnyOrder(
                        "SendMessage deliveries.fifo", "SendMessage crm.fifo", "SendMessage relay-dead-letters");
    }

    @Test
    void dispatcher_readsDeliveries_storesResults_andDisablesEndpoints() {
        assertThat(Policies.onTable("dispatcher"))
                .containsExactlyInAnyOrder(
                        "GetItem C#*#webhook_endpoint",
                        "GetItem C#*#event",
                        "GetItem C#*#delivery",
                        "GetItem C#*#LANE#*",
                        "GetItem C#*#WEBHOOKSECRET",
                        "PutItem C#*#delivery",
                        "PutItem C#*#event",
                        "PutItem C#*#audit_entry",
                        "UpdateItem C#*#delivery",
                        "UpdateItem C#*#webhook_endpoint",
                        "UpdateItem C#*#LANE#*");
    }

    @Test
    void dispatcher_receivesFromAndSendsToBothQueues() {
        assertThat(Policies.onQueues("dispatcher"))
                .containsExactlyInAnyOrder(
                        "ReceiveMessage deliveries.fifo",
                        "DeleteMessage deliveries.fifo",
                        "ChangeMessageVisibility deliveries.fifo",
                        "GetQueueAttributes deliveries.fifo",
                        "SendMessage deliveries.fifo",
                        "ReceiveMessage later",
                        "DeleteMessage later",
                        "ChangeMessageVisibility later",
                        "GetQueueAttributes later",
                        "SendMessage later");
    }

    @Test
    void liveRelay_readsStreamAndConnections() {
        assertThat(Policies.onTable("live-relay"))
                .containsExactlyInAnyOrder(
                        "DescribeStream StreamArn",
                        "GetRecords StreamArn",
                        "GetShardIterator StreamArn",
                        "ListStreams StreamArn",
                        "GetItem C#*#CONNECTION",
                        "Query C#*#CONNECTION",
                        "PutItem C#*#CONNECTION",
                        "PutItem STATUS",
                        "DeleteItem C#*#CONNECTION",
                        "DeleteItem CONN#*");
        assertThat(Policies.onQueues("live-relay")).isEmpty();
    }

    @Test
    void sweeper_writesRecords_andReadsNoSecret() {
        assertThat(Policies.onTable("sweeper"))
                .containsExactlyInAnyOrderElementsOf(Policies.onTable("deals").toList());
        assertThat(Policies.onQueues("sweeper"))
                .containsExactlyInAnyOrder("SendMessage deliveries.fifo", "SendMessage crm.fifo");
    }

    @Test
    void sync_writesRecordsAsItsGroupDoes_andSendsFurtherTasks() {
        assertThat(Policies.onTable("sync"))
                .containsExactlyInAnyOrderElementsOf(Policies.onTable("crm").toList());
        assertThat(Policies.onQueues("sync"))
                .containsExactlyInAnyOrder(
                        "SendMessage crm.fifo",
                        "ReceiveMessage crm.fifo",
                        "DeleteMessage crm.fifo",
                        "ChangeMessageVisibility crm.fifo",
                        "GetQueueAttributes crm.fifo");
        assertThat(Policies.onQueues("crm")).containsExactly("SendMessage crm.fifo");
    }

    /** IAM may evaluate all items of a transaction together, so they must match one statement. */
    @ParameterizedTest
    @MethodSource("functionsOfEvents")
    void eventFunction_hasOneStatementForEachActionOnTable(String id) {
        assertThat(Policies.statements(id))
                .filteredOn(statement -> statement.path("Resource").toString().equals(Policies.TABLE_ARN))
                .flatExtracting(statement -> Policies.texts(statement.get("Action")))
                .doesNotHaveDuplicates();
    }
}
