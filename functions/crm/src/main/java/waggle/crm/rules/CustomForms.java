package waggle.crm.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.merge.Form;
import waggle.model.customfields.CustomField;
import waggle.model.customfields.FieldType;
import waggle.model.declaration.Records;

/** What the custom fields of a company hold. */
public final class CustomForms {
    private CustomForms() {}

    /** The forms of the custom fields of a resource that mappings can have, by the names of the fields. */
    public static Map<String, Form> of(SyncedResource resource, Records records) {
        var forms = new HashMap<String, Form>();
        records.all(CustomField.RESOURCE).stream()
                .filter(field -> field.value().entity().name().equals(resource.name()))
                .forEach(field -> form(field.value().type())
                        .ifPresent(form ->
                                forms.put(SyncedResource.CUSTOM + field.value().key(), form)));
        return forms;
    }

    /** Several values in one field have no common form with CRMs. */
    private static Optional<Form> form(FieldType type) {
        return switch (type) {
            case TEXT, TEXTAREA, SELECT -> Optional.of(Form.TEXT);
            case NUMBER -> Optional.of(Form.NUMBER);
            case DATE -> Optional.of(Form.DATE);
            case BOOLEAN -> Optional.of(Form.FLAG);
            case MULTI_SELECT -> Optional.empty();
        };
    }
}
