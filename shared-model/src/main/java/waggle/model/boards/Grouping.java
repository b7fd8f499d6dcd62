package waggle.model.boards;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import waggle.model.declaration.Records;
import waggle.model.declaration.Resource;
import waggle.model.records.Entity;
import waggle.model.stages.Stage;
import waggle.model.tiers.Tier;

/** The ways to group the records of a board. */
public enum Grouping {
    STAGE("stage_uuid"),
    TIER("tier_uuid"),
    STATUS("status");

    private final String field;

    Grouping(String field) {
        this.field = field;
    }

    /** The value of {@code group_by}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The groupings of the records of a resource: those by a field that its lists can be filtered by. */
    public static List<Grouping> of(Resource<?> resource) {
        return Arrays.stream(values())
                .filter(grouping -> resource.listing().filters().stream()
                        .anyMatch(filter -> filter.field().equals(grouping.field)))
                .filter(grouping ->
                        grouping != STATUS || resource.type(STATUS.field).isEnumType())
                .toList();
    }

    String field() {
        return field;
    }

    /** The groups that exist, in their order. */
    List<Key> keys(Records records, Resource<?> resource) {
        return switch (this) {
            case STAGE ->
                records.all(Stage.RESOURCE).stream()
                        .filter(stage -> stage.value().kind().name().equalsIgnoreCase(resource.name()))
                        .sorted(Comparator.comparingInt(
                                stage -> series(stage.value().series())))
                        .map(stage -> new Key(stage.uuid().toString(), stage, null, null))
                        .toList();
            case TIER ->
                records.all(Tier.RESOURCE).stream()
                        .sorted(Comparator.comparingInt(
                                tier -> series(tier.value().series())))
                        .map(tier -> new Key(tier.uuid().toString(), null, tier, null))
                        .toList();
            case STATUS ->
                Arrays.stream(resource.type(field).getRawClass().getEnumConstants())
                        .map(state -> ((Enum<?>) state).name().toLowerCase(Locale.ROOT))
                        .map(state -> new Key(state, null, null, state))
                        .toList();
        };
    }

    private static int series(@Nullable Integer series) {
        return Objects.requireNonNullElse(series, Integer.MAX_VALUE);
    }

    /**
     * What the records of a group have in common.
     *
     * @param value of the field; empty for the records without one
     */
    record Key(
            String value,
            @Nullable Entity<Stage> stage,
            @Nullable Entity<Tier> tier,
            @Nullable String status) {
        static final Key NONE = new Key("", null, null, null);
    }
}
