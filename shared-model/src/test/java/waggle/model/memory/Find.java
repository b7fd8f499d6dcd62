package waggle.model.memory;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.declaration.Filter;
import waggle.model.declaration.Reference;
import waggle.model.declaration.Resource;
import waggle.model.tags.Tag;

/** A record that expires, and has a field of each kind by which lists are filtered, searched and sorted. */
public record Find(
        String label,
        @Nullable UUID tagUuid,
        @Nullable Integer rank,
        @Nullable Boolean good,
        Map<String, Object> traits) {
    static final Duration KEPT = Duration.ofHours(4);

    public static final Resource<Find> RESOURCE = Resource.named("find", "finds", Find.class, Find::label)
            .reference(new Reference("tag_uuid", () -> Tag.RESOURCE))
            .lists(list -> list.filters("tag_uuid", "rank", "good")
                    .filter(new Filter("traits", "traits", Filter.Kind.ENTRIES))
                    .searched("label")
                    .sortable("label", "rank", "good", "tag", "created_at", "updated_at"))
            .stores(as -> as.keptFor(KEPT))
            .build();
}
