package waggle.http;

import java.util.Map;
import waggle.model.idempotency.Answer;
import waggle.model.json.Json;
import waggle.model.store.Entity;

/** What a write is answered (contract §1, "Statuses"). */
final class Answers {
    static final Answer DELETED = new Answer(204, Map.of(), null);

    private Answers() {}

    static Answer created(Entity<?> entity, Located collection) {
        var headers = Map.of(EntityTags.HEADER, EntityTags.of(entity), "Location", collection.of(entity.uuid()));
        return new Answer(201, headers, Json.write(entity));
    }

    static Answer changed(Entity<?> entity) {
        return new Answer(200, Map.of(EntityTags.HEADER, EntityTags.of(entity)), Json.write(entity));
    }
}
