package waggle.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.declaration.Filter;
import waggle.model.declaration.Reference;
import waggle.model.declaration.Resource;
import waggle.model.stages.Stage;
import waggle.model.tags.Tag;

/** A record that refers to others: to one stage of partners, and to some tags in two ways. */
public record Sample(
        String label,
        @Nullable UUID stageUuid,
        List<UUID> tagUuids,
        @Nullable UUID mainTagUuid,
        @Nullable Integer rank) {
    public static final Resource<Sample> RESOURCE = Resource.named("sample", "samples", Sample.class, Sample::label)
            .reference(new Reference("stage_uuid", () -> Stage.RESOURCE, Map.of("kind", "partner")))
            .reference(new Reference("tag_uuids", () -> Tag.RESOURCE))
            .reference(new Reference("main_tag_uuid", () -> Tag.RESOURCE))
            .lists(list -> list.filter(new Filter("tag_uuid", "tag_uuids"))
                    .filters("stage_uuid")
                    .searched("label")
                    .sortable("label", "rank", "created_at", "updated_at"))
            .build();

    public Sample {
        tagUuids = Objects.requireNonNullElse(tagUuids, List.of());
    }

    public static Sample tagged(UUID... tags) {
        return new Sample("Sample", null, List.of(tags), null, null);
    }

    public static Sample at(UUID stage) {
        return new Sample("Sample", stage, List.of(), null, null);
    }

    public static Sample ranked(String label, @Nullable Integer rank) {
        return new Sample(label, null, List.of(), null, rank);
    }
}
