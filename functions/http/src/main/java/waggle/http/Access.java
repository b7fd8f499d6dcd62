package waggle.http;

import java.util.List;
import java.util.Set;
import waggle.model.ErrorCode;
import waggle.model.ResourceGroup;
import waggle.model.WaggleException;
import waggle.model.companies.Company;
import waggle.model.events.Event;
import waggle.model.gateway.AuthorizerContext;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;
import waggle.model.store.Resource;

/**
 * What the authorizer's policy cannot say (contract §1, "Permissions"): who may do what with what is about all that a
 * company has, whose refusal has words of its own, and which records may be shown beside others.
 */
final class Access {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private static final String READ_ACCESS = "Read access required for this operation";

    private Access() {}

    static Scopes scopes(GatewayEvent event) {
        return Scopes.parse(List.of(event.authorizer(AuthorizerContext.SCOPES).split(" ")));
    }

    /** @throws WaggleException {@link ErrorCode#ACCESS_DENIED} when more is needed than the key may do */
    static void require(GatewayEvent event) {
        var root = event.getPath().substring(ResourceGroup.BASE.length()).split("/", 3)[1];
        if (ResourceGroup.restricted().contains(root)) {
            var scopes = scopes(event);
            var reads = READING.contains(event.getHttpMethod());
            if (reads && root.equals(Company.PATH)) {
                require(scopes.reads(), READ_ACCESS);
            } else if (reads && root.equals(Event.PATH)) {
                require(scopes.allow(Scope.READ), READ_ACCESS);
            } else {
                require(scopes.allow(Scope.ADMIN), "Admin access required for this operation");
            }
        }
    }

    static void requireRead(Scopes scopes, Resource<?> resource) {
        require(
                scopes.allow(Scope.READ, resource.path()),
                "Read access to %s required to expand them".formatted(resource.path()));
    }

    private static void require(boolean allowed, String otherwise) {
        if (!allowed) {
            throw new WaggleException(ErrorCode.ACCESS_DENIED, otherwise);
        }
    }
}
