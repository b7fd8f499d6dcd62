package waggle.openapi.schemas;

import com.fasterxml.jackson.databind.node.ObjectNode;
import waggle.model.declaration.Reference;
import waggle.model.declaration.Resource;
import waggle.model.lists.Labels;
import waggle.openapi.source.Names;

/** The schemas of whole records: the fields of the type, those of every record, counts and expanded references. */
final class Records {
    private Records() {}

    /**
     * Adds the fields of every record and counts.
     *
     * @param record the generated schema, which has the fields of the type in a schema of their own
     */
    static void complete(Resource<?> resource, ObjectNode record) {
        var shape = record.remove("allOf").required(0);
        record.set("description", shape.path("description"));
        shape.path("required").forEach(record.withArray("required")::add);
        record.withObject("properties").setAll(shape.withObject("properties"));
        for (var count : resource.fields().counts()) {
            record.withArray("required").add(count);
            record.withObject("properties").set(count, counted(count));
        }
        for (var sum : resource.fields().sums()) {
            record.withArray("required").add(sum);
            record.withObject("properties").set(sum, summed(sum));
        }
    }

    /** Adds the records that {@code expand} adds. They have no such fields themselves, so that no schema contains itself. */
    static void expand(Resource<?> resource, ObjectNode record) {
        for (var reference : resource.references()) {
            var fields = record.withObject("properties");
            fields.set(reference.expansion(), expanded((ObjectNode) fields.required(reference.field()), reference));
        }
        if (resource.storing().isLog()) {
            record.withObject("properties").set(Labels.FIELD, labels());
        }
    }

    /** The name of the schema of a resource's records without expanded ones. */
    static String plain(Resource<?> resource) {
        var name = Names.singular(resource);
        return resource.references().isEmpty() ? name : "Plain" + name;
    }

    private static ObjectNode counted(String name) {
        return Scalars.type("number").put("description", Names.capital(name.replace('_', ' ')) + "; read-only");
    }

    private static ObjectNode summed(String name) {
        var schema = Scalars.type("array")
                .put("description", Names.capital(name.replace('_', ' ')) + " by currency; read-only");
        var sum = schema.putObject("items").put("type", "object");
        sum.putArray("required").add("currency_code").add("value");
        var fields = sum.putObject("properties");
        fields.set("currency_code", Scalars.type("string"));
        fields.set("value", Scalars.type("number"));
        return schema;
    }

    private static ObjectNode labels() {
        var schema = Scalars.type("object")
                .put(
                        "description",
                        "The names, as of the write, of the records that the entry names, by uuid, with `expand=labels`");
        schema.set("additionalProperties", Scalars.type("string"));
        return schema;
    }

    /** The schema of an expanded reference (docs/api.md, "Lists"). */
    private static ObjectNode expanded(ObjectNode uuids, Reference reference) {
        var schema = uuids.objectNode();
        var target = "#/components/schemas/" + plain(reference.target().get());
        schema.put(
                "description",
                "The record in `" + reference.field() + "`, with `expand=" + reference.expansion() + "`");
        if (reference.isMany()) {
            schema.put("type", "array").set("maxItems", uuids.path("maxItems"));
            schema.putObject("items").put("$ref", target);
        } else {
            schema.putArray("anyOf").addObject().put("$ref", target);
            schema.withArray("anyOf").addObject().put("type", "null");
        }
        return schema;
    }
}
