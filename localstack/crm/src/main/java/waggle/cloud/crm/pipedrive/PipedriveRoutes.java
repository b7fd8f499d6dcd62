package waggle.cloud.crm.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import waggle.cloud.crm.fake.Reply;
import waggle.cloud.crm.fake.Request;

/** The paths of version 2, and those of version 1 that have no successor. */
record PipedriveRoutes(PipedriveAccount account) {
    private static final Pattern OBJECTS =
            Pattern.compile("/api/v2/(organizations|persons|deals)(?:/([0-9]+|search|archived))?");
    private static final Pattern NOTES = Pattern.compile("/api/v1/notes(?:/([0-9]+))?");
    private static final Pattern FIELDS = Pattern.compile("/api/v2/(organizationFields|personFields|dealFields)");

    Reply reply(Request request) {
        var objects = OBJECTS.matcher(request.path());
        if (objects.matches()) {
            return new PipedriveObjects(account, objects.group(1)).reply(request, objects.group(2));
        }
        var notes = NOTES.matcher(request.path());
        if (notes.matches()) {
            return new PipedriveNotesApi(account).reply(request, notes.group(1));
        }
        var fields = FIELDS.matcher(request.path());
        if (fields.matches()) {
            return fields(request, fields.group(1));
        }
        return switch (request.method() + " " + request.path()) {
            case "GET /api/v2/stages" -> PipedriveReply.page(stages(), null);
            case "GET /api/v2/pipelines" ->
                PipedriveReply.page(Stream.of(PipedriveReply.node().put("id", 1).put("name", "Pipeline")), null);
            case "GET /api/v1/users" -> PipedriveReply.page(Stream.of(user(11, "sam"), user(12, "kim")), null);
            case "GET /api/v1/users/me" ->
                PipedriveReply.data(
                        200,
                        user(11, "sam").put("company_id", account.account()).put("company_name", "Local Pipedrive"));
            default -> PipedriveReply.missing();
        };
    }

    private Reply fields(Request request, String list) {
        var type = PipedriveAccount.FIELDS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(list))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        if (request.method().equals("POST")) {
            return created(type, request.json());
        }
        return PipedriveReply.page(account.fields(type).values().stream(), null);
    }

    private Reply created(String type, JsonNode body) {
        var name = body.path("field_name").asText("");
        var kind = body.path("field_type").asText("");
        return name.isEmpty() || kind.isEmpty()
                ? PipedriveReply.invalid("field_name", "required")
                : PipedriveReply.data(201, account.define(type, name, kind));
    }

    private static Stream<ObjectNode> stages() {
        return Stream.of("Qualified", "Proposal Made").map(name -> PipedriveReply.node()
                .put("id", name.length())
                .put("name", name)
                .put("pipeline_id", 1)
                .put("is_deleted", false));
    }

    private static ObjectNode user(int id, String name) {
        return PipedriveReply.node()
                .put("id", id)
                .put("name", name)
                .put("email", name + "@pipedrive.example")
                .put("active_flag", true);
    }
}
