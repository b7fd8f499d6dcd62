package waggle.openapi.operations;

import io.micronaut.http.HttpMethod;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import waggle.http.request.JsonBody;
import waggle.http.request.Query;
import waggle.model.declaration.Resource;
import waggle.openapi.schemas.Schemas;
import waggle.openapi.source.Endpoint;
import waggle.openapi.source.Javadoc;
import waggle.openapi.source.Names;

/** Makes an operation from an endpoint: its texts from the method's Javadoc, the rest from the method's signature. */
public final class Operations {
    private final Javadoc javadoc;
    private final Schemas schemas;
    private final Replies replies;

    public Operations(Javadoc javadoc, Schemas schemas) {
        this.javadoc = javadoc;
        this.schemas = schemas;
        this.replies = new Replies(schemas);
    }

    public Operation of(Endpoint endpoint) {
        var operation = new Operation()
                .operationId(id(endpoint))
                .addTagsItem(Names.heading(endpoint.resource()))
                .parameters(parameters(endpoint))
                .responses(replies.of(endpoint));
        describe(operation, description(endpoint));
        if (endpoint.hasParameter(JsonBody.class)) {
            operation.requestBody(body(endpoint));
        }
        return operation;
    }

    /**
     * The operation id, which generated clients use as a method name: {@code updateTag}, {@code orderStages},
     * {@code getPartnerNetwork}, {@code rotateWebhookEndpointSecret}.
     */
    private static String id(Endpoint endpoint) {
        var method = endpoint.method().getName();
        var parent = Names.parent(endpoint.resource());
        var one = parent + Names.singular(endpoint.resource());
        if (endpoint.isRead() && !endpoint.isCommon() && !method.equals("get")) {
            return (endpoint.returnsPage() ? "list" : "get") + one + Names.capital(method);
        }
        // The path of a nested resource has the uuid of the parent.
        var ofAll = endpoint.resource().nesting().isPresent() ? 1 : 0;
        var isOfAll = endpoint.variables().size() == ofAll && endpoint.status() != 201;
        var verb = method.replaceFirst("[A-Z].*", "");
        return (verb.equals("patch") ? "update" : verb)
                + (isOfAll ? parent + Names.plural(endpoint.resource()) : one)
                + method.substring(verb.length());
    }

    private String description(Endpoint endpoint) {
        var method = endpoint.method();
        var comment = javadoc.ofMethod(method.getDeclaringClass(), method.getName())
                .orElseThrow(() -> new IllegalStateException(method + " of " + endpoint + " has no Javadoc"));
        return Names.describe(comment, endpoint.resource());
    }

    /** The first sentence is the summary. */
    private static void describe(Operation operation, String text) {
        var sentences = text.split("\\.(?:\\s+|$)", 2);
        operation.summary(sentences[0]);
        if (!sentences[1].isEmpty()) {
            operation.description(sentences[1]);
        }
    }

    private List<Parameter> parameters(Endpoint endpoint) {
        var parameters = new ArrayList<Parameter>();
        endpoint.variables().forEach(name -> parameters.add(ListParameters.reference(name)));
        if (endpoint.returnsPage()) {
            parameters.addAll(ListParameters.ofList(
                    endpoint.returned(), endpoint.resource().name() + "_uuid"));
        } else if (endpoint.returnsBoard()) {
            parameters.addAll(BoardParameters.of(endpoint.resource()));
        } else if (endpoint.returnsRecord() && endpoint.hasParameter(Query.class)) {
            parameters.addAll(ListParameters.ofRead(endpoint.returned()));
        }
        endpoint.queryType().ifPresent(query -> parameters.addAll(RecordParameters.of(query, javadoc)));
        parameters.addAll(RequestHeaders.of(endpoint));
        return parameters;
    }

    private RequestBody body(Endpoint endpoint) {
        var isPatch = endpoint.verb() == HttpMethod.PATCH;
        var schema = endpoint.requestType()
                .<Schema<?>>map(schemas::request)
                .orElseGet(() -> own(endpoint.resource(), isPatch));
        var content = new Content().addMediaType("application/json", new MediaType().schema(schema));
        if (isPatch) {
            content.addMediaType("application/merge-patch+json", new MediaType().schema(schema));
        }
        var shape = endpoint.requestType().orElse(endpoint.resource().shape());
        return new RequestBody()
                .required(endpoint.verb() != HttpMethod.POST || hasRequiredField(shape))
                .content(content);
    }

    private static boolean hasRequiredField(Class<?> shape) {
        return Arrays.stream(shape.getRecordComponents())
                .map(RecordComponent::getAccessor)
                .anyMatch(
                        field -> field.isAnnotationPresent(NotNull.class) || field.isAnnotationPresent(NotBlank.class));
    }

    private Schema<?> own(Resource<?> resource, boolean isPatch) {
        return isPatch ? schemas.patch(resource) : schemas.request(resource.shape());
    }
}
