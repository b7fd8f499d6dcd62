package waggle.platform.gateway;

import java.util.List;
import waggle.model.catalogue.ResourceGroup;

/**
 * The routes of paths that have no other route. Without them API Gateway reads the API key of such a request as an AWS
 * signature, and refuses it with status 403 and {@code IncompleteSignatureException}. A longer route takes precedence.
 */
public final class CatchAll {
    /** The API Gateway resources. Their method is {@code ANY}, without authorizer. */
    public static final List<String> RESOURCES =
            List.of("/", "/{proxy+}", ResourceGroup.BASE, ResourceGroup.BASE + "/{proxy+}");

    /** The methods that {@code ANY} includes (Amazon API Gateway Developer Guide, "Set up an HTTP method"). */
    public static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** The reply, for which a mock integration needs no function. */
    public static final GatewayReply REPLY = GatewayReply.RESOURCE_NOT_FOUND;

    private CatchAll() {}
}
