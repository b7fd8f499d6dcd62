package waggle.model.store;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.stages.Stage;
import waggle.model.tags.Tag;

/** A record that refers to others: to one stage of partners, and to some tags in two ways. */
record Sample(
        String label,
        @Nullable UUID stageUuid,
        List<UUID> tagUuids,
        @Nullable UUID mainTagUuid,
        @Nullable Integer rank) {
    static final Resource<Sample> RESOURCE = Resource.named("sample", "samples", Sample.class, Sample::label)
            .reference(new Reference("stage_uuid", () -> Stage.RESOURCE, Map.of("kind", "partner")))
            .reference(new Reference("tag_uuids", () -> Tag.RESOURCE))
            .reference(new Reference("main_tag_uuid", () -> Tag.RESOURCE))
            .filter(new Filter("tag_uuid", "tag_uuids"))
            .filters("stage_uuid")
            .searched("label")
            .sortable("label", "rank", "created_at", "updated_at")
            .build();

    Sample {
        tagUuids = Objects.requireNonNullElse(tagUuids, List.of());
    }

    static Sample tagged(UUID... tags) {
        return new Sample("Sample", null, List.of(tags), null, null);
    }

    static Sample at(UUID stage) {
        return new Sample("Sample", stage, List.of(), null, null);
    }

    static Sample ranked(String label, @Nullable Integer rank) {
        return new Sample(label, null, List.of(), null, rank);
    }
}
