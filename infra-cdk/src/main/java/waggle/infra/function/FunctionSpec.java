package waggle.infra.function;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.Tracing;
import waggle.model.Limits;
import waggle.model.catalogue.OpenPage;
import waggle.model.catalogue.ResourceGroup;
import waggle.platform.aws.QueueFacts;

/**
 * The differences between functions.
 *
 * @param id the last part of its name
 * @param module the folder of its module
 * @param memory in MB; Lambda gives CPU in proportion
 * @param tracing the mode of X-Ray
 */
public record FunctionSpec(String id, String module, String handler, int memory, Duration timeout, Tracing tracing) {
    /** One vCPU (AWS Lambda Developer Guide, "Memory"), because validation and mapping need CPU. */
    private static final int API_MEMORY = 1769;

    /** The authorizer computes one hash and reads one item. Its TLS handshake needs half a vCPU. */
    private static final int AUTHORIZER_MEMORY = 1024;

    /** The site returns stored replies, but the OpenAPI document has 0.7 MB. */
    private static final int SITE_MEMORY = 1024;

    /** After this time, API Gateway returns 500. */
    private static final Duration AUTHORIZER_TIMEOUT = Duration.seconds(10);

    /** The site waits only for the table, and only for a short time. */
    private static final Duration SITE_TIMEOUT = Duration.seconds(10);

    /** The relay passes events on and stores nothing. */
    private static final int RELAY_MEMORY = 1024;

    /** The dispatcher mostly waits for receivers. */
    private static final int DISPATCHER_MEMORY = 512;

    /** The function of the WebSocket API reads few items, and sends what a client has missed. */
    private static final int SOCKETS_MEMORY = 1024;

    /** The relay of live updates sends to many connections at once, and waits for most of the time. */
    private static final int LIVE_RELAY_MEMORY = 1024;

    /** The sweeper reads one index and sends messages. */
    private static final int SWEEPER_MEMORY = 1024;

    public static FunctionSpec of(ResourceGroup group) {
        return new FunctionSpec(
                group.id(),
                group.id(),
                "waggle.http.ApiFunction::handleRequest",
                API_MEMORY,
                apiTimeout(),
                Tracing.ACTIVE);
    }

    public static FunctionSpec authorizer() {
        return new FunctionSpec(
                "authorizer",
                "authorizer",
                "waggle.authorizer.AuthorizerFunction::handleRequest",
                AUTHORIZER_MEMORY,
                AUTHORIZER_TIMEOUT,
                Tracing.ACTIVE);
    }

    public static FunctionSpec site() {
        return new FunctionSpec(
                OpenPage.FUNCTION,
                OpenPage.FUNCTION,
                "waggle.site.SiteFunction::handleRequest",
                SITE_MEMORY,
                SITE_TIMEOUT,
                Tracing.ACTIVE);
    }

    public static FunctionSpec sockets() {
        return new FunctionSpec(
                "sockets",
                ResourceGroup.LIVE.id(),
                "waggle.live.sockets.SocketFunction::handleRequest",
                SOCKETS_MEMORY,
                apiTimeout(),
                Tracing.DISABLED);
    }

    public static FunctionSpec liveRelay() {
        return event("live-relay", "LiveRelayFunction", LIVE_RELAY_MEMORY, QueueFacts.RELAY_TIMEOUT);
    }

    public static FunctionSpec relay() {
        return event("relay", "RelayFunction", RELAY_MEMORY, QueueFacts.RELAY_TIMEOUT);
    }

    public static FunctionSpec dispatcher() {
        return event("dispatcher", "DispatcherFunction", DISPATCHER_MEMORY, QueueFacts.DISPATCHER_TIMEOUT);
    }

    public static FunctionSpec sweeper() {
        return event("sweeper", "SweeperFunction", SWEEPER_MEMORY, QueueFacts.SWEEPER_TIMEOUT);
    }

    /** The worker of the synchronisation with CRMs, which is in the jar of its resource group. */
    public static FunctionSpec sync() {
        return new FunctionSpec(
                "sync",
                ResourceGroup.CRM.id(),
                "waggle.crm.work.SyncFunction::handleRequest",
                API_MEMORY,
                Duration.seconds(QueueFacts.SYNC_TIMEOUT.toSeconds()),
                Tracing.DISABLED);
    }

    /**
     * No sampling rule applies to these functions: Lambda would trace at least one call a second (AWS X-Ray Developer
     * Guide, "AWS Lambda"), which costs more than the calls.
     */
    private static FunctionSpec event(String id, String type, int memory, java.time.Duration timeout) {
        return new FunctionSpec(
                id,
                "events",
                "waggle.events." + type + "::handleRequest",
                memory,
                Duration.seconds(timeout.toSeconds()),
                Tracing.DISABLED);
    }

    /** One second longer than the gateway's timeout, so that Lambda never ends a request before the gateway does. */
    private static Duration apiTimeout() {
        return Duration.seconds(Limits.GATEWAY_TIMEOUT.plusSeconds(1).toSeconds());
    }
}
