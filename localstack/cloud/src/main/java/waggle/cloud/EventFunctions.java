package waggle.cloud;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import waggle.cloud.lambda.InProcessLambda;
import waggle.cloud.lambda.Lambda;
import waggle.cloud.lambda.LambdaProcess;
import waggle.delivery.receiver.Receivers;
import waggle.events.DispatcherFunction;
import waggle.events.RelayFunction;
import waggle.events.SweeperFunction;
import waggle.model.aws.QueueFacts;
import waggle.model.aws.QueueSettings;
import waggle.model.aws.Settings;

/** The functions that work off what writes leave behind. */
record EventFunctions(Lambda relay, Lambda dispatcher, Lambda sweeper) implements AutoCloseable {
    private static final String MODULE = "events";

    static EventFunctions start(
            @Nullable Path packaged, Settings settings, QueueSettings queues, boolean localReceivers) {
        return packaged == null
                ? inProcess(settings, queues, localReceivers)
                : packaged(packaged, settings, queues, localReceivers);
    }

    private static EventFunctions inProcess(Settings settings, QueueSettings queues, boolean localReceivers) {
        var credentials = StaticCredentialsProvider.create(Cloud.CREDENTIALS);
        return new EventFunctions(
                new InProcessLambda(new RelayFunction(settings, queues, credentials)),
                new InProcessLambda(new DispatcherFunction(settings, queues, credentials, receivers(localReceivers))),
                new InProcessLambda(new SweeperFunction(settings, queues, credentials)));
    }

    static Receivers receivers(boolean local) {
        return local ? Receivers.PUBLIC_AND_LOCAL : Receivers.PUBLIC;
    }

    private static EventFunctions packaged(
            Path checkout, Settings settings, QueueSettings queues, boolean localReceivers) {
        var environment = new HashMap<>(Functions.environment(settings));
        environment.put(QueueSettings.DELIVERIES, queues.deliveries());
        environment.put(QueueSettings.LATER, queues.later());
        environment.put(
                QueueSettings.ENDPOINT,
                Objects.requireNonNull(queues.endpoint()).toString());
        environment.putAll(Functions.receivers(localReceivers));
        return new EventFunctions(
                packaged(checkout, "relay", RelayFunction.class, environment, QueueFacts.RELAY_TIMEOUT),
                packaged(checkout, "dispatcher", DispatcherFunction.class, environment, QueueFacts.DISPATCHER_TIMEOUT),
                packaged(checkout, "sweeper", SweeperFunction.class, environment, QueueFacts.SWEEPER_TIMEOUT));
    }

    private static Lambda packaged(
            Path checkout, String name, Class<?> handler, Map<String, String> environment, Duration timeout) {
        var function =
                Functions.packaged(checkout, MODULE, name, handler, environment).withTimeout(timeout);
        return new LambdaProcess(function);
    }

    @Override
    public void close() {
        relay.close();
        dispatcher.close();
        sweeper.close();
    }
}
