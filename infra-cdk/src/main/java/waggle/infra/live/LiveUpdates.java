package waggle.infra.live;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;
import waggle.infra.alarms.Alarms;
import waggle.infra.alarms.MetricMath;
import waggle.infra.environment.Environment;
import waggle.infra.events.EventSources;
import waggle.infra.function.FunctionJars;
import waggle.infra.function.FunctionSpec;
import waggle.infra.function.JavaFunction;
import waggle.infra.table.Partitions;
import waggle.infra.table.Table;
import waggle.model.events.Event;
import waggle.model.keys.ApiKey;
import waggle.model.table.ItemKey;
import waggle.platform.aws.Settings;

/** The functions of live updates: one for the messages of clients, and the second reader of the table's stream. */
public final class LiveUpdates extends Construct {
    private static final Duration BEHIND = Duration.ofMinutes(1);
    private static final int FAILURES = 3;

    private final JavaFunction sockets;
    private final JavaFunction relay;

    public LiveUpdates(Construct scope, Environment environment, FunctionJars jars, Table table, LiveApi api) {
        super(scope, "LiveUpdates");
        var variables = Map.of(Settings.TABLE, table.name());
        sockets = new JavaFunction(this, FunctionSpec.sockets(), environment, jars, new HashMap<>(variables));
        relay = new JavaFunction(this, FunctionSpec.liveRelay(), environment, jars, new HashMap<>(variables));
        grantSockets(table);
        grantRelay(table);
        List.of(sockets, relay).forEach(api::letSend);
        api.route(sockets);
        EventSources.live(relay, table);
        addAlarms(environment, api);
    }

    private void grantSockets(Table table) {
        var role = sockets.role();
        var connections = Partitions.connections();
        var finders = Partitions.connectionFinders();
        table.grant(
                role,
                "dynamodb:GetItem",
                Partitions.apiKeys().getFirst(),
                Partitions.of(ApiKey.RESOURCE),
                connections,
                finders);
        table.grant(role, "dynamodb:Query", connections, Partitions.of(Event.RESOURCE));
        table.grant(role, "dynamodb:PutItem", connections, finders);
        table.grant(role, "dynamodb:UpdateItem", finders, Partitions.tickets());
        table.grant(role, "dynamodb:DeleteItem", connections, finders);
    }

    private void grantRelay(Table table) {
        var role = relay.role();
        var connections = Partitions.connections();
        table.grant(role, "dynamodb:GetItem", connections);
        table.grant(role, "dynamodb:Query", connections);
        table.grant(role, "dynamodb:PutItem", connections, ItemKey.STATUS);
        table.grant(role, "dynamodb:DeleteItem", connections, Partitions.connectionFinders());
    }

    private void addAlarms(Environment environment, LiveApi api) {
        var alarms = new Alarms(this, environment);
        var errors = MetricMath.of(
                "AWS/ApiGateway",
                "IntegrationError",
                "Sum",
                Alarms.MINUTE,
                Map.of("ApiId", api.id(), "Stage", environment.id()));
        alarms.above(FAILURES, "live-errors", errors, "The function of live updates fails")
                .build();
        var age = relay.metric("IteratorAge", "Maximum", Alarms.MINUTE);
        alarms.above(BEHIND.toMillis(), "live-behind", age, "Live updates are behind the stream of the table")
                .build();
    }

    /** The functions that nothing calls while no client is connected. */
    public List<JavaFunction> idle() {
        return List.of(sockets, relay);
    }
}
