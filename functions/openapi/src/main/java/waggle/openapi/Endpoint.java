package waggle.openapi;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.inject.ExecutableMethod;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import waggle.http.request.CollectionPath;
import waggle.http.resource.JsonTypes;
import waggle.http.resource.ResourceController;
import waggle.model.declaration.Resource;
import waggle.model.paging.Page;
import waggle.model.records.Entity;

/**
 * A route: a verb, a path, and the method that answers it.
 *
 * @param path below the base, {@code /tags/{uuid}}
 * @param resource whose controller the method is of
 */
record Endpoint(HttpMethod verb, String path, Resource<?> resource, ExecutableMethod<?, ?> code) {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    Method method() {
        return code.getTargetMethod();
    }

    /** Whether all resources have it. */
    boolean isCommon() {
        return method().getDeclaringClass().isAssignableFrom(ResourceController.class);
    }

    boolean isRead() {
        return verb == HttpMethod.GET;
    }

    /** Whether the method has a parameter of a type: what it asks for is what its client can send. */
    boolean asksFor(Class<?> type) {
        return Arrays.stream(code.getArguments()).map(Argument::getType).anyMatch(type::equals);
    }

    /** The variables of the path, in its order. */
    List<String> variables() {
        return VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
    }

    /** What a client sends, unless that makes or changes one of the resource's own records. */
    Optional<Class<?>> taken() {
        return told(JsonTypes::request);
    }

    /** What is answered when all is well. */
    Optional<Argument<?>> answer() {
        return verb == HttpMethod.DELETE && told(JsonTypes::reply).isEmpty()
                ? Optional.empty()
                : code.getReturnType().asArgument().getFirstTypeVariable().map(this::declared);
    }

    /** The resource whose records are answered. */
    Resource<?> answered() {
        return told(JsonTypes::reply).<Resource<?>>flatMap(Endpoints::resource).orElse(resource);
    }

    boolean answersRecord() {
        return answers(Entity.class);
    }

    boolean answersPage() {
        return answers(Page.class);
    }

    int status() {
        return asksFor(CollectionPath.class) ? 201 : answer().isPresent() ? 200 : 204;
    }

    private boolean answers(Class<?> type) {
        return answer().filter(answer -> answer.getType().equals(type)).isPresent();
    }

    /** A type that is no record of ours says no more than that it is JSON. */
    private Argument<?> declared(Argument<?> body) {
        if (body.getType().equals(Page.class)) {
            return Argument.of(Page.class, whole());
        }
        return body.getType().isRecord() ? body : whole();
    }

    private Argument<?> whole() {
        var type = told(JsonTypes::reply).orElse(resource.shape());
        return Endpoints.resource(type).isPresent() ? Argument.of(Entity.class, type) : Argument.of(type);
    }

    private Optional<Class<?>> told(Function<JsonTypes, Class<?>> what) {
        return Optional.ofNullable(method().getAnnotation(JsonTypes.class))
                .<Class<?>>map(what)
                .filter(type -> !type.equals(Void.class));
    }
}
