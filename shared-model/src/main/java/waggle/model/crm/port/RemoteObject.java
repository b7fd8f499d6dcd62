package waggle.model.crm.port;

import java.util.List;
import java.util.Optional;

/**
 * A kind of record of a CRM.
 *
 * @param name the provider's name, for calls: {@code companies}, {@code Account}
 * @param fields all fields that the account may read
 */
public record RemoteObject(String name, List<RemoteField> fields) {
    public RemoteObject {
        fields = List.copyOf(fields);
    }

    /** The field of a name. */
    public Optional<RemoteField> field(String wanted) {
        return fields.stream().filter(field -> field.name().equals(wanted)).findFirst();
    }
}
