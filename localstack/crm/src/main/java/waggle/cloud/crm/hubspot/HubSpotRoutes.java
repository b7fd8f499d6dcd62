package waggle.cloud.crm.hubspot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.cloud.crm.fake.Reply;
import waggle.cloud.crm.fake.Request;

/** The paths: the dated ones, and those of versions 3 and 4, which the provider's own client calls. */
record HubSpotRoutes(HubSpotAccount account) {
    private static final Pattern OBJECTS =
            Pattern.compile("/crm/(?:v[34]/objects|objects/2026-09)/([a-z]+)((?:/[^/]+){0,5})");

    private static final Pattern PROPERTIES =
            Pattern.compile("/crm/(?:v3/properties|properties/2026-09)/([a-z]+)(?:/([a-z_]+))?");

    private static final Pattern PIPELINES = Pattern.compile("/crm/(?:v3/pipelines|pipelines/2026-09)/([a-z]+)");
    private static final Pattern OWNERS = Pattern.compile("/crm/(?:v3/owners|owners/2026-09)/?");
    private static final Pattern DETAILS = Pattern.compile("/account-info/(?:v3|2026-09)/details");

    Reply reply(Request request) {
        var path = request.path();
        var objects = OBJECTS.matcher(path);
        if (objects.matches() && account.has(objects.group(1))) {
            return new HubSpotObjects(account, objects.group(1)).reply(request, objects.group(2));
        }
        var properties = PROPERTIES.matcher(path);
        if (properties.matches() && account.has(properties.group(1))) {
            return properties(request, properties.group(1), properties.group(2));
        }
        if (!request.method().equals("GET")) {
            return HubSpotReply.missing();
        }
        if (PIPELINES.matcher(path).matches()) {
            return results(path.endsWith("/deals") ? Stream.of(pipeline()) : Stream.empty());
        }
        if (OWNERS.matcher(path).matches()) {
            return results(Stream.of(owner("71", "sam@hubspot.example"), owner("72", "kim@hubspot.example")));
        }
        return DETAILS.matcher(path).matches()
                ? Reply.json(200, node().put("portalId", account.account()).put("uiDomain", "app.hubspot.example"))
                : HubSpotReply.missing();
    }

    private Reply properties(Request request, String type, @Nullable String name) {
        var known = account.properties(type);
        if (request.method().equals("POST") && name == null) {
            var property = (ObjectNode) request.json();
            if (known.containsKey(property.path("name").asText())) {
                return HubSpotReply.error(409, "OBJECT_ALREADY_EXISTS", "A property with this name already exists");
            }
            property.putArray("options");
            property.put("calculated", false).putObject("modificationMetadata").put("readOnlyValue", false);
            account.property(type, property);
            return Reply.json(201, property);
        }
        if (name == null) {
            return results(known.values().stream());
        }
        var property = known.get(name);
        return property == null ? HubSpotReply.missing() : Reply.json(200, property);
    }

    static ObjectNode page(Stream<ObjectNode> rows) {
        var page = node();
        page.putArray("results").addAll(rows.toList());
        return page;
    }

    private static Reply results(Stream<ObjectNode> rows) {
        return Reply.json(200, page(rows));
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode owner(String id, String email) {
        return node().put("id", id).put("email", email).put("archived", false);
    }

    private static ObjectNode pipeline() {
        var pipeline = node().put("id", "default").put("label", "Sales Pipeline");
        var stages = pipeline.putArray("stages");
        stages.add(stage("appointmentscheduled", "Appointment Scheduled", false, "0.2"));
        stages.add(stage("contractsent", "Contract Sent", false, "0.9"));
        stages.add(stage("closedwon", "Closed Won", true, "1.0"));
        stages.add(stage("closedlost", "Closed Lost", true, "0.0"));
        return pipeline;
    }

    private static ObjectNode stage(String id, String label, boolean closed, String probability) {
        var stage = node().put("id", id).put("label", label);
        stage.putObject("metadata").put("isClosed", Boolean.toString(closed)).put("probability", probability);
        return stage;
    }
}
