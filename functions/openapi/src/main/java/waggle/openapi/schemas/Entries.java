package waggle.openapi.schemas;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import waggle.model.ExternalIds;
import waggle.model.customfields.CustomField;
import waggle.model.customfields.FieldType;

/** Objects whose keys clients choose: values of custom fields, and identifiers of other systems. */
final class Entries implements CustomDefinitionProviderV2 {
    private static final int LONGEST_TEXT = 1_000;

    @Override
    public @Nullable CustomDefinition provideCustomSchemaDefinition(
            ResolvedType type, SchemaGenerationContext context) {
        if (type.isInstanceOf(ObjectNode.class)) {
            return Scalars.inline(customFields());
        }
        return type.isInstanceOf(Map.class) ? Scalars.inline(entries(type, context)) : null;
    }

    private static ObjectNode entries(ResolvedType type, SchemaGenerationContext context) {
        if (type.isInstanceOf(SortedMap.class)) {
            return texts();
        }
        var values = type.typeParametersFor(Map.class).get(1);
        if (values.isInstanceOf(JsonNode.class)) {
            return Scalars.type("object");
        }
        if (!values.isInstanceOf(Record.class)) {
            return externalIds();
        }
        var schema = Scalars.type("object");
        schema.set("additionalProperties", context.createDefinitionReference(values));
        return schema;
    }

    /** Texts under names that another system gives, such as the fields of a CRM. */
    private static ObjectNode texts() {
        var schema = Scalars.type("object").put("maxProperties", CustomField.MOST_OPTIONS);
        schema.set("additionalProperties", Scalars.text(0, LONGEST_TEXT));
        return schema;
    }

    /** An entry that is null is the same as no entry. */
    private static ObjectNode externalIds() {
        var ids = Scalars.text(1, ExternalIds.LONGEST).put("pattern", Scalars.whole(ExternalIds.IDENTIFIERS));
        ids.putArray("type").add("string").add("null");
        var schema = Scalars.type("object").put("maxProperties", ExternalIds.MOST);
        schema.putObject("propertyNames").put("pattern", Scalars.whole(ExternalIds.SYSTEMS));
        schema.set("additionalProperties", ids);
        return schema;
    }

    /** Each company defines which values its fields accept (docs/api.md, "Configuration"). */
    private static ObjectNode customFields() {
        var values = Scalars.text(0, FieldType.LONGEST_TEXT).put("maxItems", CustomField.MOST_OPTIONS);
        values.putArray("type")
                .add("string")
                .add("number")
                .add("boolean")
                .add("array")
                .add("null");
        values.set("items", Scalars.text(1, CustomField.LONGEST_KEY));
        var schema = Scalars.type("object");
        schema.set("additionalProperties", values);
        return schema;
    }
}
