package waggle.model.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import waggle.model.json.Json;

/**
 * A record and its JSON, which is made once for all rules. A snapshot has no values that are shown once ({@link
 * Concealing}).
 */
public final class Snapshot<T> {
    private final Entity<T> entity;
    private @Nullable ObjectNode json;

    private Snapshot(Entity<T> entity) {
        this.entity = entity;
    }

    public static <T> Snapshot<T> of(Entity<T> entity) {
        return new Snapshot<>(entity.concealed());
    }

    public Entity<T> entity() {
        return entity;
    }

    public T value() {
        return entity.value();
    }

    /** The JSON that clients see. It is shared, so a caller that changes it must copy it. */
    public ObjectNode json() {
        var made = json == null ? Json.tree(entity) : json;
        json = made;
        return made;
    }

    /** Bytes of the record's JSON in UTF-8. */
    public int size() {
        return json().toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
