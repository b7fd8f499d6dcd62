package waggle.infra.api;

import java.util.Map;
import software.amazon.awscdk.services.apigateway.IResource;
import waggle.platform.gateway.Cors;

/**
 * The reply to CORS preflight requests, from the gateway itself. CDK's preflight cannot send the request id, which
 * every reply has. Browsers send a preflight without credentials (Fetch standard, "CORS-preflight fetch").
 */
final class Preflight {
    private static final int STATUS = 204;

    private Preflight() {}

    static void add(IResource resource) {
        new MockReply(STATUS, Cors.preflight(), Map.of()).add(resource, "OPTIONS");
    }
}
