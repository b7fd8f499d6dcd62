package waggle.openapi.schemas;

import com.fasterxml.jackson.databind.node.ObjectNode;
import waggle.model.declaration.Resource;

/** The schema of a JSON Merge Patch of a record (RFC 7396): that of a new record, with all fields optional. */
final class Patch {
    private Patch() {}

    /**
     * The schema of the body of PATCH.
     *
     * @param created the schema of the body of POST; its nullable fields can be cleared by PATCH
     */
    static ObjectNode of(Resource<?> resource, ObjectNode created) {
        var patch = created.deepCopy();
        patch.remove("required");
        patch.put("description", "The fields to change. An absent field keeps its value, null clears it.");
        patch.withObject("properties").forEach(field -> ((ObjectNode) field).remove("default"));
        for (var field : resource.fields().immutable()) {
            var schema = (ObjectNode) patch.withObject("properties").required(field);
            schema.put("description", schema.path("description").asText() + ". Only its present value is accepted.");
        }
        return patch;
    }
}
