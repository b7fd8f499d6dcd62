package waggle.infra.events;

import java.util.List;
import software.constructs.Construct;
import waggle.infra.environment.Concurrency;
import waggle.infra.environment.Environment;
import waggle.infra.function.FunctionJars;
import waggle.infra.function.JavaFunction;
import waggle.infra.secrets.SecretsKey;
import waggle.infra.table.Table;
import waggle.platform.aws.CrmSettings;
import waggle.platform.aws.Settings;

/** The path of events from the table to the endpoints that subscribe to them. */
public final class EventPipeline extends Construct {
    /** The dispatcher only moves these messages to the other queue, which is fast. */
    private static final int LATER_BATCHES = 2;

    /** Connections to CRMs that are synchronised at the same time. Each waits for its CRM for most of the time. */
    private static final int SYNCS = 10;

    private final JavaFunction relay;
    private final JavaFunction dispatcher;
    private final JavaFunction sync;
    private final JavaFunction sweeper;
    private final Queues queues;

    public EventPipeline(
            Construct scope, Environment environment, FunctionJars jars, Table table, SecretsKey secretsKey) {
        super(scope, "Events");
        queues = new Queues(this, environment);
        var functions = new EventFunctions(this, environment, jars, table, queues, secretsKey);

        relay = functions.relay();
        EventSources.stream(relay, table, queues.unrelayed());

        dispatcher = functions.dispatcher();
        EventSources.queue(
                dispatcher,
                queues.deliveries(),
                Concurrency.of(this, environment).deliveries());
        EventSources.queue(dispatcher, queues.later(), LATER_BATCHES);

        sweeper = functions.sweeper();
        EveryMinute.call(this, environment.nameOf("sweep"), sweeper);

        sync = functions.sync();
        EventSources.queue(sync, queues.crm(), SYNCS);
        var alarms = new EventAlarms(this, environment);
        alarms.ifAny(queues.unrelayed(), "relay");
        alarms.ifAny(queues.deliveries().deadLetters(), "deliveries");
        alarms.ifAny(queues.later().deadLetters(), "later");
        alarms.ifAny(queues.crm().deadLetters(), "crm");
        alarms.ifBehind(relay);
        alarms.ifUnreadable();
        alarms.ifSilent(relay);
        alarms.ifOld(queues.deliveries(), "deliveries");
        alarms.ifOld(queues.later(), "later");
        alarms.ifOld(queues.crm(), "crm");
        alarms.ifFailing(sweeper);
    }

    /** Lets the function of CRM connections send tasks of the synchronisation. */
    public void letSync(JavaFunction function) {
        function.setVariable(CrmSettings.QUEUE, queues.crm().queue().getQueueUrl());
        queues.crm().letSend(function.role());
    }

    /** Lets the sweeper ask for the status each minute, as a client does. */
    public void letAsk(String statusUrl) {
        sweeper.setVariable(Settings.STATUS_URL, statusUrl);
    }

    /** The functions that nothing calls while no event happens. */
    public List<JavaFunction> idle() {
        return List.of(relay, dispatcher, sync);
    }
}
