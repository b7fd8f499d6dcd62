package waggle.infra.events;

import software.constructs.Construct;
import waggle.infra.environment.Environment;
import waggle.infra.function.FunctionJars;
import waggle.infra.table.Table;

/** The path of events from the table to the endpoints that subscribe to them. */
public final class EventPipeline extends Construct {
    /** Concurrent batches: the share of the account's concurrency that many events or slow endpoints can use. */
    private static final int DELIVERY_BATCHES = 100;

    /** The dispatcher only moves these messages to the other queue, which is fast. */
    private static final int LATER_BATCHES = 2;

    public EventPipeline(Construct scope, Environment environment, FunctionJars jars, Table table) {
        super(scope, "Events");
        var queues = new Queues(this, environment);
        var functions = new EventFunctions(this, environment, jars, table, queues);

        var relay = functions.relay();
        EventSources.stream(relay, table, queues.unrelayed());

        var dispatcher = functions.dispatcher();
        EventSources.queue(dispatcher, queues.deliveries(), DELIVERY_BATCHES);
        EventSources.queue(dispatcher, queues.later(), LATER_BATCHES);

        var sweeper = functions.sweeper();
        EveryMinute.call(this, environment.nameOf("sweep"), sweeper);

        var alarms = new Alarms(this, environment);
        alarms.ifAny(queues.unrelayed(), "relay");
        alarms.ifAny(queues.deliveries().deadLetters(), "deliveries");
        alarms.ifAny(queues.later().deadLetters(), "later");
        alarms.ifBehind(relay);
        alarms.ifOld(queues.deliveries());
        alarms.ifFailing(sweeper);
    }
}
