package waggle.openapi;

import io.micronaut.http.HttpMethod;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.ArrayList;
import java.util.List;
import waggle.http.request.JsonBody;
import waggle.http.request.Query;
import waggle.model.declaration.Resource;

/** Tells an endpoint as an operation of the document: its words from its method's comment, the rest from its signature. */
final class Operations {
    private final Javadoc javadoc;
    private final Schemas schemas;
    private final Replies replies;

    Operations(Javadoc javadoc, Schemas schemas) {
        this.javadoc = javadoc;
        this.schemas = schemas;
        this.replies = new Replies(schemas);
    }

    Operation of(Endpoint endpoint) {
        var operation = new Operation()
                .operationId(id(endpoint))
                .addTagsItem(Names.heading(endpoint.resource()))
                .parameters(parameters(endpoint))
                .responses(replies.of(endpoint));
        describe(operation, words(endpoint));
        if (endpoint.asksFor(JsonBody.class)) {
            operation.requestBody(body(endpoint));
        }
        return operation;
    }

    /**
     * A name for those who make clients of the document: {@code updateTag}, {@code orderStages}, {@code getPartnerNetwork},
     * {@code rotateWebhookEndpointSecret}.
     */
    private static String id(Endpoint endpoint) {
        var method = endpoint.method().getName();
        var one = Names.singular(endpoint.resource());
        if (endpoint.isRead() && !endpoint.isCommon() && !method.equals("get")) {
            return (endpoint.answersPage() ? "list" : "get") + one + Names.capital(method);
        }
        var isOfAll = endpoint.variables().isEmpty() && endpoint.status() != 201;
        var verb = method.replaceFirst("[A-Z].*", "");
        return (verb.equals("patch") ? "update" : verb)
                + (isOfAll ? Names.plural(endpoint.resource()) : one)
                + method.substring(verb.length());
    }

    private String words(Endpoint endpoint) {
        var method = endpoint.method();
        var comment = javadoc.ofMethod(method.getDeclaringClass(), method.getName())
                .orElseThrow(() -> new IllegalStateException(method + " has no comment, so " + endpoint + " no words"));
        return Names.told(comment, endpoint.resource());
    }

    /** The first sentence is the summary. */
    private static void describe(Operation operation, String words) {
        var sentences = words.split("\\.(?:\\s+|$)", 2);
        operation.summary(sentences[0]);
        if (!sentences[1].isEmpty()) {
            operation.description(sentences[1]);
        }
    }

    private static List<Parameter> parameters(Endpoint endpoint) {
        var parameters = new ArrayList<Parameter>();
        endpoint.variables().forEach(name -> parameters.add(ListParameters.reference(name)));
        if (endpoint.answersPage()) {
            parameters.addAll(ListParameters.ofList(
                    endpoint.answered(), endpoint.resource().name() + "_uuid"));
        } else if (endpoint.answersRecord() && endpoint.asksFor(Query.class)) {
            parameters.addAll(ListParameters.ofRead(endpoint.answered()));
        }
        parameters.addAll(RequestHeaders.of(endpoint));
        return parameters;
    }

    private RequestBody body(Endpoint endpoint) {
        var isPatch = endpoint.verb() == HttpMethod.PATCH;
        var schema = endpoint.taken().<Schema<?>>map(schemas::sent).orElseGet(() -> own(endpoint.resource(), isPatch));
        var content = new Content().addMediaType("application/json", new MediaType().schema(schema));
        if (isPatch) {
            content.addMediaType("application/merge-patch+json", new MediaType().schema(schema));
        }
        return new RequestBody().required(true).content(content);
    }

    private Schema<?> own(Resource<?> resource, boolean isPatch) {
        return isPatch ? schemas.patch(resource) : schemas.sent(resource.shape());
    }
}
