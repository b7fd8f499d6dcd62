package waggle.crm.work;

import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.crm.account.Accounts;
import waggle.model.Actor;
import waggle.model.crm.stored.Connections;
import waggle.model.crm.stored.Shapes;
import waggle.model.declaration.Records;
import waggle.model.declaration.Resource;
import waggle.model.store.Store;
import waggle.model.store.StoredRecords;
import waggle.model.write.Writes;
import waggle.platform.queue.CrmQueue;

/** What the worker uses. */
record Services(
        DynamoDbClient client,
        String table,
        Clock clock,
        Writes writes,
        Connections connections,
        Accounts accounts,
        Shapes shapes,
        CrmQueue queue) {

    <T> Store<T> store(Resource<T> resource) {
        return new Store<>(client, table, resource, clock);
    }

    Records records(Actor actor) {
        return new StoredRecords(client, table, actor.company());
    }
}
