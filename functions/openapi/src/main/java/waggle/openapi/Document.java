package waggle.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.declaration.Resource;
import waggle.model.json.Json;
import waggle.openapi.operations.CrmHook;
import waggle.openapi.operations.Errors;
import waggle.openapi.operations.Headers;
import waggle.openapi.operations.ListParameters;
import waggle.openapi.operations.OpenPages;
import waggle.openapi.operations.Operations;
import waggle.openapi.operations.RequestHeaders;
import waggle.openapi.schemas.Examples;
import waggle.openapi.schemas.Scalars;
import waggle.openapi.schemas.Schemas;
import waggle.openapi.source.Endpoint;
import waggle.openapi.source.Endpoints;
import waggle.openapi.source.Javadoc;
import waggle.openapi.source.Names;

/** The whole document (OpenAPI Specification 3.1.1). */
final class Document {
    private static final String KEY = "apiKey";

    private final Javadoc javadoc;
    private final Schemas schemas;

    Document(Javadoc javadoc, Examples examples) {
        this.javadoc = javadoc;
        this.schemas = new Schemas(javadoc, examples);
    }

    /** Adds the schemas last, because the OpenAPI model drops null values in their examples. */
    ObjectNode of(String version, List<Endpoint> endpoints) {
        var document = Json31.mapper().<ObjectNode>valueToTree(model(version, endpoints));
        document.withObject("components").set("schemas", Json.mapper().valueToTree(schemas.all()));
        return document;
    }

    private OpenAPI model(String version, List<Endpoint> endpoints) {
        var paths = paths(endpoints);
        return new OpenAPI(SpecVersion.V31)
                .openapi("3.1.1")
                .info(info(version))
                .servers(List.of(server()))
                .tags(tags())
                .paths(paths)
                .components(components(endpoints))
                .security(List.of(new SecurityRequirement().addList(KEY)));
    }

    private static Info info(String version) {
        return new Info()
                .title("Waggle")
                .version(version)
                .summary("Partner relationship management")
                .description(Introduction.TEXT)
                .license(new License().name("Apache-2.0").identifier("Apache-2.0"));
    }

    /** The base, relative to the document's own URL, so that it is right behind a stage of API Gateway too. */
    private static Server server() {
        var server = new Server().url(ResourceGroup.BASE.substring(1));
        server.description("Relative to this document, in production and on a developer's machine");
        server.addExtension("x-internal", false);
        return server;
    }

    private List<Tag> tags() {
        var resources = Endpoints.resources().stream().map(this::tag);
        return Stream.concat(resources, Stream.of(OpenPages.TAG)).toList();
    }

    private Tag tag(Resource<?> resource) {
        return new Tag()
                .name(Names.heading(resource))
                .description(javadoc.of(resource.shape()).orElseThrow());
    }

    private Paths paths(List<Endpoint> endpoints) {
        var operations = new Operations(javadoc, schemas);
        var paths = new Paths();
        for (var endpoint : endpoints) {
            var path = paths.computeIfAbsent(endpoint.path(), unknown -> new PathItem());
            path.operation(PathItem.HttpMethod.valueOf(endpoint.verb().name()), operations.of(endpoint));
        }
        OpenPages.add(paths);
        CrmHook.add(paths);
        return paths;
    }

    private Components components(List<Endpoint> endpoints) {
        var parameters = RequestHeaders.all();
        ListParameters.common().forEach(parameter -> parameters.put(parameter.getName(), parameter));
        parameters.put(ListParameters.UUIDS, ListParameters.uuids());
        endpoints.stream()
                .flatMap(endpoint -> endpoint.variables().stream())
                .forEach(variable -> parameters.put(variable, identifier(variable)));
        return new Components()
                .headers(Headers.all())
                .parameters(parameters)
                .responses(Errors.all(schemas))
                .addSecuritySchemes(KEY, key());
    }

    private static Parameter identifier(String name) {
        return new Parameter()
                .name(name)
                .in("path")
                .required(true)
                .description(name.equals("uuid") ? "The uuid of the record" : "The uuid of the " + name)
                .schema(Schemas.model(Scalars.written(UUID.class).orElseThrow()));
    }

    private static SecurityScheme key() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("An API key of your company: `wgl_live_…` or `wgl_test_…`");
    }
}
