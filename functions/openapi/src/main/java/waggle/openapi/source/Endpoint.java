package waggle.openapi.source;

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
import waggle.model.boards.Board;
import waggle.model.declaration.Resource;
import waggle.model.paging.Page;
import waggle.model.records.Entity;

/**
 * A route: HTTP method, path, and the Java method that handles it.
 *
 * @param path relative to the base, such as {@code /tags/{uuid}}
 * @param resource the resource at the first segment of the path
 */
public record Endpoint(HttpMethod verb, String path, Resource<?> resource, ExecutableMethod<?, ?> code) {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    public Method method() {
        return code.getTargetMethod();
    }

    /** Whether {@link ResourceController} declares the method for all resources. */
    public boolean isCommon() {
        return method().getDeclaringClass().isAssignableFrom(ResourceController.class);
    }

    public boolean isRead() {
        return verb == HttpMethod.GET;
    }

    /** Whether the Java method has a parameter of a type. Each such type stands for something that clients may send. */
    public boolean hasParameter(Class<?> type) {
        return Arrays.stream(code.getArguments()).map(Argument::getType).anyMatch(type::equals);
    }

    /** The variables of the path, in their order. */
    public List<String> variables() {
        return VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
    }

    /** The type of the body; empty if the body is a record of the resource itself. */
    public Optional<Class<?>> requestType() {
        return jsonType(JsonTypes::request);
    }

    /** The record of the query's parameters, if they are not those of a list. */
    public Optional<Class<?>> queryType() {
        return jsonType(JsonTypes::query);
    }

    /** The type of the body of a successful reply. */
    public Optional<Argument<?>> replyType() {
        return verb == HttpMethod.DELETE && jsonType(JsonTypes::reply).isEmpty()
                ? Optional.empty()
                : code.getReturnType().asArgument().getFirstTypeVariable().map(this::declared);
    }

    /** The resource whose records the reply contains. */
    public Resource<?> returned() {
        return jsonType(JsonTypes::reply)
                .<Resource<?>>flatMap(Endpoints::resource)
                .orElse(resource);
    }

    public boolean returnsRecord() {
        return returns(Entity.class);
    }

    public boolean returnsPage() {
        return returns(Page.class);
    }

    public boolean returnsBoard() {
        return returns(Board.class);
    }

    public int status() {
        return hasParameter(CollectionPath.class) ? 201 : replyType().isPresent() ? 200 : 204;
    }

    private boolean returns(Class<?> type) {
        return replyType().filter(reply -> reply.getType().equals(type)).isPresent();
    }

    /** The declared type if it is a record. Other types only say that the body is JSON, so the annotation decides. */
    private Argument<?> declared(Argument<?> body) {
        if (body.getType().equals(Page.class)) {
            return Argument.of(Page.class, whole());
        }
        return body.getType().isRecord() ? body : whole();
    }

    private Argument<?> whole() {
        var type = jsonType(JsonTypes::reply).orElse(resource.shape());
        if (type.getTypeParameters().length > 0) {
            return Argument.of(type, Argument.of(Entity.class, resource.shape()));
        }
        return Endpoints.resource(type).isPresent() ? Argument.of(Entity.class, type) : Argument.of(type);
    }

    private Optional<Class<?>> jsonType(Function<JsonTypes, Class<?>> side) {
        return Optional.ofNullable(method().getAnnotation(JsonTypes.class))
                .<Class<?>>map(side)
                .filter(type -> !type.equals(Void.class));
    }
}
