package waggle.http.request;

import java.util.List;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.catalogue.Catalogue;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Rights;
import waggle.model.keys.MethodAccess;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;
import waggle.platform.gateway.AuthorizerContext;

/**
 * Decides whether the key of a request may do what the request asks for (docs/api.md, "Permissions"). The policy of the
 * authorizer only knows whether a key reads and writes at all.
 */
public final class Access {
    private static final int BELOW_A_RECORD = 2;

    private Access() {}

    static Scopes scopes(GatewayEvent event) {
        return Scopes.parse(List.of(event.authorizer(AuthorizerContext.SCOPES).split(" ")));
    }

    /**
     * Checks that the key of a request may call the path: the resource at its root, and the resource that it lists below
     * a record of the first.
     *
     * @param event with a path below {@link ResourceGroup#BASE}
     * @throws WaggleException {@link ErrorCode#ACCESS_DENIED} if the key lacks the scope
     */
    public static void require(GatewayEvent event) {
        var path = event.getPath().substring(ResourceGroup.BASE.length() + 1);
        if (MethodAccess.isOpen(event.getHttpMethod(), path)) {
            return;
        }
        var needed = MethodAccess.needed(event.getHttpMethod(), path);
        var scopes = scopes(event);
        require(scopes.allowSome(needed), needed);
        var segments = path.split("/", BELOW_A_RECORD + 2);
        Catalogue.at(segments[0]).ifPresent(resource -> require(scopes, needed, resource));
        if (segments.length > BELOW_A_RECORD) {
            Catalogue.at(segments[BELOW_A_RECORD])
                    .filter(listed ->
                            listed.rights().isShared() && listed.nesting().isEmpty())
                    .ifPresent(listed -> require(scopes, needed, listed));
        }
    }

    private static void require(Scopes scopes, Scope needed, Resource<?> resource) {
        if (resource.rights().isShared()) {
            require(scopes.allow(needed, resource.path()), needed);
        } else if (needed == Scope.READ && resource.rights() == Rights.READABLE_IN_FULL) {
            require(scopes.allow(Scope.READ), Scope.READ);
        } else if (needed != Scope.READ || resource.rights() != Rights.READABLE_BY_ALL) {
            require(scopes.allow(Scope.ADMIN), Scope.ADMIN);
        }
    }

    private static void require(boolean allowed, Scope needed) {
        if (!allowed) {
            throw new WaggleException(ErrorCode.ACCESS_DENIED, MethodAccess.refusal(needed));
        }
    }

    /**
     * Checks read access to a resource whose records a reply is to include.
     *
     * @throws WaggleException {@link ErrorCode#ACCESS_DENIED} if the scopes do not have it
     */
    public static void requireRead(Scopes scopes, Resource<?> resource) {
        if (!scopes.allow(Scope.READ, resource.path())) {
            throw new WaggleException(
                    ErrorCode.ACCESS_DENIED, "Read access to %s required to expand them".formatted(resource.path()));
        }
    }
}
