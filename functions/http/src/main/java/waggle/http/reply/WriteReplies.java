package waggle.http.reply;

import java.util.Map;
import waggle.http.request.CollectionPath;
import waggle.http.request.EntityTags;
import waggle.model.idempotency.Answer;
import waggle.model.json.Json;
import waggle.model.store.Entity;

/** The replies to writes (docs/api.md, "Statuses"). */
public final class WriteReplies {
    public static final Answer DELETED = new Answer(204, Map.of(), null);

    private WriteReplies() {}

    /** 201 with the record, its tag and its path. */
    public static Answer created(Entity<?> entity, CollectionPath collection) {
        var headers = Map.of(EntityTags.HEADER, EntityTags.of(entity), "Location", collection.of(entity.uuid()));
        return new Answer(201, headers, Json.write(entity));
    }

    /** 200 with the record and its tag. */
    public static Answer changed(Entity<?> entity) {
        return new Answer(200, Map.of(EntityTags.HEADER, EntityTags.of(entity)), Json.write(entity));
    }
}
