package waggle.model.crm.port;

import java.util.List;

/**
 * A field of a CRM's object.
 *
 * @param name the provider's name, for calls
 * @param label the name that people see
 * @param type what the field holds
 * @param writable false for calculated fields and those that the account may not write
 * @param unique whether the CRM refuses a second record with the same value
 * @param searchable whether records can be found by the value, so that the field can be a match field
 * @param stage whether the values are identifiers of the object's stages
 * @param options values that the CRM accepts, in its own form; empty if it accepts any
 */
public record RemoteField(
        String name,
        String label,
        Type type,
        boolean writable,
        boolean unique,
        boolean searchable,
        boolean stage,
        List<String> options) {

    /** What a field holds. */
    public enum Type {
        TEXT,
        NUMBER,
        DATE,
        TIME,
        BOOLEAN,
        OPTION,
        OPTIONS,
        OTHER
    }

    public RemoteField {
        options = List.copyOf(options);
    }
}
