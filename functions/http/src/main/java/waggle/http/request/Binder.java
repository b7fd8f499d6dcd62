package waggle.http.request;

import io.micronaut.core.bind.ArgumentBinder;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteAttributes;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Binds controller arguments of one type from the gateway's event. */
final class Binder<T> implements TypedRequestArgumentBinder<T> {
    private final Argument<T> type;
    private final Function<GatewayEvent, T> from;

    Binder(Class<T> type, Function<GatewayEvent, T> from) {
        this.type = Argument.of(type);
        this.from = from;
    }

    @Override
    public Argument<T> argumentType() {
        return type;
    }

    @Override
    public ArgumentBinder.BindingResult<T> bind(ArgumentConversionContext<T> context, HttpRequest<?> request) {
        var event = GatewayEvent.of(request);
        if (!takes(RawRequest.class, request)) {
            requireNoOthers(event, request);
        }
        var value = from.apply(event);
        return () -> Optional.of(value);
    }

    private static void requireNoOthers(GatewayEvent event, HttpRequest<?> request) {
        if (!event.query().isEmpty() && !takes(Query.class, request)) {
            new Query(event.query(), Access.scopes(event)).requireNone();
        }
        if (event.getHttpMethod().equals("POST") && !takes(JsonBody.class, request)) {
            JsonBody.read(event).requireNone();
        }
    }

    /** A controller's method without a {@link Query} has no parameters, and one without a {@link JsonBody} no fields. */
    private static boolean takes(Class<?> argument, HttpRequest<?> request) {
        return RouteAttributes.getRouteInfo(request)
                .filter(route -> route instanceof MethodBasedRouteInfo<?, ?> based
                        && Arrays.stream(based.getTargetMethod().getArguments())
                                .anyMatch(taken -> taken.getType().equals(argument)))
                .isPresent();
    }
}
