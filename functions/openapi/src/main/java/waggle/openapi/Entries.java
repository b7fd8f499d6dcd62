package waggle.openapi;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import waggle.model.ExternalIds;
import waggle.model.customfields.CustomField;
import waggle.model.customfields.FieldType;

/** Objects whose names are not ours: values of custom fields, and identifiers that other systems gave. */
final class Entries implements CustomDefinitionProviderV2 {

    @Override
    public @Nullable CustomDefinition provideCustomSchemaDefinition(
            ResolvedType type, SchemaGenerationContext context) {
        if (type.isInstanceOf(ObjectNode.class)) {
            return Scalars.inline(customFields());
        }
        return type.isInstanceOf(Map.class) ? Scalars.inline(entries(type, context)) : null;
    }

    private static ObjectNode entries(ResolvedType type, SchemaGenerationContext context) {
        var values = type.typeParametersFor(Map.class).get(1);
        if (!values.isInstanceOf(Record.class)) {
            return externalIds();
        }
        var schema = Scalars.type("object");
        schema.set("additionalProperties", context.createDefinitionReference(values));
        return schema;
    }

    /** Null is as if the entry were not there. */
    private static ObjectNode externalIds() {
        var ids = Scalars.text(1, ExternalIds.LONGEST);
        ids.putArray("type").add("string").add("null");
        var schema = Scalars.type("object").put("maxProperties", ExternalIds.MOST);
        schema.putObject("propertyNames").put("pattern", Scalars.whole(ExternalIds.SYSTEMS));
        schema.set("additionalProperties", ids);
        return schema;
    }

    /** What each takes, its company has said (contract §2, "Values of custom fields"). */
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
