package waggle.infra;

import software.amazon.awscdk.Duration;
import waggle.model.Limits;
import waggle.model.catalogue.OpenPage;
import waggle.model.catalogue.ResourceGroup;
import waggle.platform.aws.QueueFacts;

/**
 * What differs from function to function.
 *
 * @param id the last part of its name
 * @param module the folder that its jar is made in
 * @param memory in MB; Lambda gives CPU in proportion
 */
record FunctionSpec(String id, String module, String handler, int memory, Duration timeout) {
    /** One whole vCPU (AWS Lambda Developer Guide, "Memory"): validation and mapping are computation. */
    private static final int API_MEMORY = 1769;

    /** One hash and one read: it waits more than it computes, but a TLS handshake still wants half a vCPU. */
    private static final int AUTHORIZER_MEMORY = 1024;

    /** It looks its replies up, but the documentation's script is 1.7 MB to write. */
    private static final int SITE_MEMORY = 1024;

    /** A client has long waited too much by then, and API Gateway answers 500 for us. */
    private static final Duration AUTHORIZER_TIMEOUT = Duration.seconds(10);

    /** It waits for nothing but, for a short time, the table. */
    private static final Duration SITE_TIMEOUT = Duration.seconds(10);

    /** It hands on what it is given, and keeps nothing. */
    private static final int RELAY_MEMORY = 1024;

    /** One whole vCPU: ten TLS handshakes at once, and what is sent is signed. */
    private static final int DISPATCHER_MEMORY = 1769;

    /** It reads one index and sends what it finds. */
    private static final int SWEEPER_MEMORY = 1024;

    static FunctionSpec of(ResourceGroup group) {
        return new FunctionSpec(
                group.id(), group.id(), "waggle.http.ApiFunction::handleRequest", API_MEMORY, apiTimeout());
    }

    static FunctionSpec authorizer() {
        return new FunctionSpec(
                "authorizer",
                "authorizer",
                "waggle.authorizer.AuthorizerFunction::handleRequest",
                AUTHORIZER_MEMORY,
                AUTHORIZER_TIMEOUT);
    }

    static FunctionSpec site() {
        return new FunctionSpec(
                OpenPage.FUNCTION,
                OpenPage.FUNCTION,
                "waggle.site.SiteFunction::handleRequest",
                SITE_MEMORY,
                SITE_TIMEOUT);
    }

    static FunctionSpec relay() {
        return event("relay", "RelayFunction", RELAY_MEMORY, QueueFacts.RELAY_TIMEOUT);
    }

    static FunctionSpec dispatcher() {
        return event("dispatcher", "DispatcherFunction", DISPATCHER_MEMORY, QueueFacts.DISPATCHER_TIMEOUT);
    }

    static FunctionSpec sweeper() {
        return event("sweeper", "SweeperFunction", SWEEPER_MEMORY, QueueFacts.SWEEPER_TIMEOUT);
    }

    private static FunctionSpec event(String id, String type, int memory, java.time.Duration timeout) {
        return new FunctionSpec(
                id,
                "events",
                "waggle.events." + type + "::handleRequest",
                memory,
                Duration.seconds(timeout.toSeconds()));
    }

    /** Just above the gateway's patience: work nobody waits for ends soon, and never before its reply was due. */
    private static Duration apiTimeout() {
        return Duration.seconds(Limits.GATEWAY_TIMEOUT.plusSeconds(1).toSeconds());
    }
}
