package waggle.model.stages;

import io.micronaut.core.annotation.Introspected;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import waggle.model.Decimals;
import waggle.model.Fault;
import waggle.model.PartnerType;
import waggle.model.declaration.Counters;
import waggle.model.declaration.Resource;
import waggle.model.order.Ordering;
import waggle.model.order.Positioned;

/**
 * A step that partners, deals or payments go through (docs/api.md, "Configuration").
 *
 * @param kind of the records that go through the stage; it cannot be changed
 * @param label 1 to 100 characters, unique among the stages of its kind
 * @param phase the meaning of the stage, one of the phases of its kind
 * @param partnerType the only type of partner that uses the stage; every type if absent
 * @param series position among the stages of its kind, 1 to 1,000,000; after the others if absent
 * @param probability of winning a deal in this stage, 0 to 100 per cent with at most 10 decimal places
 */
@Introspected
@RecordBuilder
public record Stage(
        @NotNull Kind kind,
        @NotBlank @Size(max = 100) String label,
        @NotNull Phase phase,
        @Nullable PartnerType partnerType,
        @Nullable @Min(1) @Max(Positioned.HIGHEST) Integer series,

        @Nullable
        @Min(0)
        @Max(100)
        @Digits(integer = Integer.MAX_VALUE, fraction = 10, message = "must have at most 10 decimal places")
        BigDecimal probability)
        implements Positioned<Stage> {
    public static final String PATH = "stages";

    /** The sums of the values of the deals in a stage, by currency. */
    public static final String DEAL_VALUE = "deal_value";

    public static final Resource<Stage> RESOURCE = Resource.named("stage", PATH, Stage.class, Stage::label)
            .counts(Counters.RECORDS)
            .sums(DEAL_VALUE)
            .immutable("kind")
            .fixedInUse("phase")
            .unique("label", stage -> stage.kind().name(), Stage::label)
            .lists(list -> list.filters("kind", "phase", "partner_type")
                    .sortable("label", "series", "created_at", "updated_at")
                    .orderedBy("series"))
            .check(Stage::phaseOfAnotherKind)
            .rule(new Ordering<>(() -> Stage.RESOURCE))
            .build();

    /** The kinds of records that go through stages. */
    public enum Kind {
        PARTNER(Phase.DISCOVERY, Phase.EVALUATION, Phase.ACTIVE, Phase.INACTIVE),
        DEAL(Phase.DISCOVERY, Phase.NEGOTIATION, Phase.CLOSED_WON, Phase.CLOSED_LOST),
        PAYMENT(Phase.PENDING, Phase.PROCESSING, Phase.COMPLETED, Phase.FAILED);

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<Phase> phases;

        Kind(Phase... phases) {
            this.phases = List.of(phases);
        }

        /** The phases of the kind, in their usual order. */
        public List<Phase> phases() {
            return phases;
        }
    }

    /** The meaning of a stage, independent of its label. */
    public enum Phase {
        DISCOVERY,
        EVALUATION,
        ACTIVE,
        INACTIVE,
        NEGOTIATION,
        CLOSED_WON,
        CLOSED_LOST,
        PENDING,
        PROCESSING,
        COMPLETED,
        FAILED
    }

    public Stage {
        probability = probability == null ? null : Decimals.plain(probability);
    }

    private List<Fault> phaseOfAnotherKind() {
        // A missing field has its own fault.
        if (kind == null || phase == null || kind.phases().contains(phase)) {
            return List.of();
        }
        var phases = kind.phases().stream().map(Stage::written).collect(Collectors.joining(", "));
        return List.of(new Fault("phase", "must be one of " + phases + " for kind " + written(kind)));
    }

    static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String group() {
        return kind.name();
    }

    @Override
    public Stage at(int position) {
        return StageBuilder.from(this).withSeries(position);
    }
}
