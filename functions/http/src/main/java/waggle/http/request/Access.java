package waggle.http.request;

import java.util.List;
import java.util.Set;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.catalogue.Catalogue;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Rights;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;
import waggle.platform.gateway.AuthorizerContext;

/**
 * Checks what the authorizer's policy cannot express: admin-only resources, whose refusals have their own messages, and
 * read access to expanded records (docs/api.md, "Permissions").
 */
public final class Access {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private static final String READ_ACCESS = "Read access required for this operation";

    private Access() {}

    static Scopes scopes(GatewayEvent event) {
        return Scopes.parse(List.of(event.authorizer(AuthorizerContext.SCOPES).split(" ")));
    }

    /**
     * Checks that the key of a request may call a restricted resource.
     *
     * @param event with a path below {@link ResourceGroup#BASE}
     * @throws WaggleException {@link ErrorCode#ACCESS_DENIED} if the key lacks the scope
     */
    public static void require(GatewayEvent event) {
        var root = event.getPath().substring(ResourceGroup.BASE.length()).split("/", 3)[1];
        Catalogue.at(root).ifPresent(resource -> require(resource.rights(), event));
    }

    private static void require(Rights rights, GatewayEvent event) {
        if (rights.isShared()) {
            return;
        }
        var scopes = scopes(event);
        var reads = READING.contains(event.getHttpMethod());
        if (reads && rights == Rights.READABLE_BY_ALL) {
            require(scopes.reads(), READ_ACCESS);
        } else if (reads && rights == Rights.READABLE_IN_FULL) {
            require(scopes.allow(Scope.READ), READ_ACCESS);
        } else {
            require(scopes.allow(Scope.ADMIN), "Admin access required for this operation");
        }
    }

    /**
     * Checks read access to a resource whose records a reply is to include.
     *
     * @throws WaggleException {@link ErrorCode#ACCESS_DENIED} if the scopes do not have it
     */
    public static void requireRead(Scopes scopes, Resource<?> resource) {
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
