package waggle.infra;

import software.constructs.Construct;

/** How events get from the table to the endpoints that hear of them. */
final class EventPipeline extends Construct {
    /** Batches at once: what a flood of events, or of endpoints that hang, may take of the account's concurrency. */
    private static final int DELIVERIES_AT_ONCE = 100;

    /** Its messages only move on to the other queue, which takes no time. */
    private static final int LATER_AT_ONCE = 2;

    EventPipeline(Construct scope, Environment environment, FunctionJars jars, Table table) {
        super(scope, "Events");
        var queues = new Queues(this, environment);
        var functions = new EventFunctions(this, environment, jars, table, queues);

        var relay = functions.relay();
        EventSources.stream(relay, table, queues.unrelayed());

        var dispatcher = functions.dispatcher();
        EventSources.queue(dispatcher, queues.deliveries(), DELIVERIES_AT_ONCE);
        EventSources.queue(dispatcher, queues.later(), LATER_AT_ONCE);

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
