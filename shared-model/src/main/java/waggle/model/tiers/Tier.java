package waggle.model.tiers;

import io.micronaut.core.annotation.Introspected;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import waggle.model.Colors;
import waggle.model.PartnerType;
import waggle.model.declaration.Counters;
import waggle.model.declaration.Resource;
import waggle.model.order.Ordering;
import waggle.model.order.Positioned;

/**
 * A rank of partners, such as gold (docs/api.md, "Configuration").
 *
 * @param label 1 to 100 characters, unique
 * @param backgroundColor {@code #RRGGBB}
 * @param textColor {@code #RRGGBB}
 * @param partnerType the only type of partner that uses the tier; every type if absent
 * @param series position among the tiers, 1 to 1,000,000; after the others if absent
 */
@Introspected
@RecordBuilder
public record Tier(
        @NotBlank @Size(max = 100) String label,

        @Pattern(regexp = Colors.PATTERN, message = Colors.EXPECTED)
        String backgroundColor,

        @Pattern(regexp = Colors.PATTERN, message = Colors.EXPECTED)
        String textColor,

        @Nullable PartnerType partnerType,
        @Nullable @Min(1) @Max(Positioned.HIGHEST) Integer series)
        implements Positioned<Tier> {
    public static final String PATH = "tiers";
    public static final Resource<Tier> RESOURCE = Resource.named("tier", PATH, Tier.class, Tier::label)
            .counts(Counters.RECORDS)
            .unique("label", Tier::label)
            .lists(list -> list.filters("partner_type")
                    .searched("label")
                    .sortable("label", "series", "created_at", "updated_at")
                    .orderedBy("series"))
            .rule(new Ordering<>(() -> Tier.RESOURCE))
            .build();

    public Tier {
        backgroundColor = Objects.requireNonNullElse(backgroundColor, Colors.BACKGROUND);
        textColor = Objects.requireNonNullElse(textColor, Colors.TEXT);
    }

    /** All tiers have one order. */
    @Override
    public String group() {
        return "";
    }

    @Override
    public Tier at(int position) {
        return TierBuilder.from(this).withSeries(position);
    }
}
