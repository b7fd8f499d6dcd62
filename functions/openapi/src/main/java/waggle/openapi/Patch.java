package waggle.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import waggle.model.declaration.Resource;

/** A JSON Merge Patch of a record (RFC 7396; contract §1, "PATCH"): of what makes one, nothing is needed. */
final class Patch {
    private Patch() {}

    /**
     * The schema of what changes a record.
     *
     * @param made of what makes one: what it can do without can be null there, and so can be cleared here
     */
    static ObjectNode of(Resource<?> resource, ObjectNode made) {
        var patch = made.deepCopy();
        patch.remove("required");
        patch.put("description", "What changes of a " + resource.noun() + ": what is absent stays, null clears.");
        patch.withObject("properties").forEach(field -> ((ObjectNode) field).remove("default"));
        for (var field : resource.fields().immutable()) {
            var schema = (ObjectNode) patch.withObject("properties").required(field);
            schema.put("description", schema.path("description").asText() + ". Only what it is already is taken.");
        }
        return patch;
    }
}
