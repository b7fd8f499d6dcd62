package waggle.cloud;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import waggle.cloud.lambda.InProcessLambda;
import waggle.cloud.lambda.Lambda;
import waggle.cloud.lambda.LambdaProcess;
import waggle.cloud.lambda.WatchedLambda;
import waggle.crm.work.SyncFunction;
import waggle.delivery.receiver.Receivers;
import waggle.events.DispatcherFunction;
import waggle.events.LiveRelayFunction;
import waggle.events.RelayFunction;
import waggle.events.SweeperFunction;
import waggle.model.catalogue.ResourceGroup;
import waggle.platform.aws.CrmSettings;
import waggle.platform.aws.LiveSettings;
import waggle.platform.aws.QueueFacts;
import waggle.platform.aws.QueueSettings;
import waggle.platform.aws.SecretSettings;
import waggle.platform.aws.Settings;

/** The functions that deliver events, run scheduled work and synchronise records with CRMs after a write. */
record EventFunctions(Lambda relay, WatchedLambda live, WatchedLambda dispatcher, Lambda sweeper, WatchedLambda sync)
        implements AutoCloseable {
    private static final String MODULE = "events";

    static EventFunctions start(
            @Nullable Path packaged,
            Settings settings,
            QueueSettings queues,
            LiveSettings live,
            SecretSettings secrets,
            CrmSettings crm,
            URI status,
            boolean localWebhooks) {
        return packaged == null
                ? inProcess(settings, queues, live, secrets, crm, status, receivers(localWebhooks))
                : packaged(
                        new PackagedFunctions(packaged),
                        new FunctionVariables(settings, secrets, localWebhooks),
                        queues,
                        live,
                        crm,
                        status);
    }

    static Receivers receivers(boolean localWebhooks) {
        return localWebhooks ? Receivers.PUBLIC_AND_LOCAL : Receivers.PUBLIC;
    }

    private static EventFunctions inProcess(
            Settings settings,
            QueueSettings queues,
            LiveSettings live,
            SecretSettings secrets,
            CrmSettings crm,
            URI status,
            Receivers receivers) {
        var credentials = StaticCredentialsProvider.create(Cloud.CREDENTIALS);
        return new EventFunctions(
                new InProcessLambda(new RelayFunction(settings, queues, credentials)),
                new WatchedLambda(new InProcessLambda(new LiveRelayFunction(settings, live, credentials))),
                new WatchedLambda(
                        new InProcessLambda(new DispatcherFunction(settings, queues, credentials, receivers, secrets))),
                new InProcessLambda(new SweeperFunction(settings, queues, status, credentials)),
                new WatchedLambda(
                        new InProcessLambda(new SyncFunction(settings, crm, secrets, credentials, Clock.systemUTC()))));
    }

    private static EventFunctions packaged(
            PackagedFunctions functions,
            FunctionVariables variables,
            QueueSettings queues,
            LiveSettings live,
            CrmSettings crm,
            URI status) {
        var ofEvents = variables.with(queues);
        return new EventFunctions(
                packaged(functions, "relay", RelayFunction.class, ofEvents, QueueFacts.RELAY_TIMEOUT),
                new WatchedLambda(packaged(
                        functions,
                        "live-relay",
                        LiveRelayFunction.class,
                        variables.with(live),
                        QueueFacts.RELAY_TIMEOUT)),
                new WatchedLambda(packaged(
                        functions, "dispatcher", DispatcherFunction.class, ofEvents, QueueFacts.DISPATCHER_TIMEOUT)),
                packaged(
                        functions,
                        "sweeper",
                        SweeperFunction.class,
                        variables.with(queues, status),
                        QueueFacts.SWEEPER_TIMEOUT),
                new WatchedLambda(new LambdaProcess(functions
                        .get(ResourceGroup.CRM.id(), "sync", SyncFunction.class, variables.with(crm))
                        .withTimeout(QueueFacts.SYNC_TIMEOUT))));
    }

    private static Lambda packaged(
            PackagedFunctions functions,
            String name,
            Class<?> handler,
            Map<String, String> variables,
            Duration timeout) {
        return new LambdaProcess(functions.get(MODULE, name, handler, variables).withTimeout(timeout));
    }

    @Override
    public void close() {
        relay.close();
        live.close();
        dispatcher.close();
        sweeper.close();
        sync.close();
    }
}
