package waggle.infra;

import software.amazon.awscdk.Duration;
import waggle.model.Limits;
import waggle.model.OpenPage;
import waggle.model.ResourceGroup;

/**
 * What differs from function to function.
 *
 * @param id its module's folder and the last part of its name
 * @param memory in MB; Lambda gives CPU in proportion
 */
record FunctionSpec(String id, String handler, int memory, Duration timeout) {
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

    static FunctionSpec of(ResourceGroup group) {
        return new FunctionSpec(group.id(), "waggle.http.ApiFunction::handleRequest", API_MEMORY, apiTimeout());
    }

    static FunctionSpec authorizer() {
        return new FunctionSpec(
                "authorizer",
                "waggle.authorizer.AuthorizerFunction::handleRequest",
                AUTHORIZER_MEMORY,
                AUTHORIZER_TIMEOUT);
    }

    static FunctionSpec site() {
        return new FunctionSpec(
                OpenPage.FUNCTION, "waggle.site.SiteFunction::handleRequest", SITE_MEMORY, SITE_TIMEOUT);
    }

    /** Just above the gateway's patience: work nobody waits for ends soon, and never before its reply was due. */
    private static Duration apiTimeout() {
        return Duration.seconds(Limits.GATEWAY_TIMEOUT.plusSeconds(1).toSeconds());
    }
}
