package waggle.bench.lists;

import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.bench.cloud.BenchCloud;
import waggle.bench.cloud.Events;
import waggle.cloud.lambda.InProcessLambda;
import waggle.http.ApiFunction;
import waggle.model.memory.Bounds;
import waggle.model.memory.ListMemory;
import waggle.platform.aws.Clients;

/** One instance of the function in this process. */
final class Instance implements AutoCloseable {
    private final DynamoDbClient client;
    private final InProcessLambda api;
    private final ListCaller caller;

    /** @param remembers whether the instance keeps facets */
    Instance(BenchCloud cloud, boolean remembers) {
        client = Clients.dynamoDb(cloud.settings(), BenchCloud.credentials());
        var bounds = remembers ? Bounds.ofHeap() : Bounds.ofBytes(0);
        var memory = new ListMemory(client, cloud.settings().table(), Clock.systemUTC(), bounds);
        api = new InProcessLambda(new ApiFunction(cloud.settings(), BenchCloud.credentials(), memory));
        caller = new ListCaller(api, new Events(cloud));
    }

    ListCaller caller() {
        return caller;
    }

    @Override
    public void close() {
        api.close();
        client.close();
    }
}
