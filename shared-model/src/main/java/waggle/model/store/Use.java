package waggle.model.store;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * That a record refers to another.
 *
 * @param target the other's resource
 * @param uuid the other's
 * @param parts the parts of the other that it refers to
 * @param where what the other must have in its fields
 * @param field where the reference stands, {@code tag_uuids[2]}
 */
public record Use(Resource<?> target, UUID uuid, Set<String> parts, Map<String, String> where, String field) {

    /** Says what the field must be, when it is not. */
    String expected() {
        var which = new StringBuilder("must be the uuid of a ").append(target.noun());
        where.forEach((name, value) ->
                which.append(" of ").append(name.replace('_', ' ')).append(' ').append(value));
        return which.toString();
    }
}
