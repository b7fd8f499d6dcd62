package waggle.model.tags;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import waggle.model.Colors;
import waggle.model.PartnerType;
import waggle.model.declaration.Counters;
import waggle.model.declaration.Resource;

/**
 * A label for records of one kind (docs/api.md, "Configuration").
 *
 * @param label 1 to 100 characters
 * @param association the kind of records that can have the tag; it cannot be changed while records have it
 * @param backgroundColor {@code #RRGGBB}
 * @param textColor {@code #RRGGBB}
 * @param partnerType the only type of partner that uses the tag; every type if absent
 */
@Introspected
public record Tag(
        @NotBlank @Size(max = 100) String label,
        @NotNull Association association,

        @Pattern(regexp = Colors.PATTERN, message = Colors.EXPECTED)
        String backgroundColor,

        @Pattern(regexp = Colors.PATTERN, message = Colors.EXPECTED)
        String textColor,

        @Nullable PartnerType partnerType) {
    public static final String PATH = "tags";

    /** The most tags of one record. The counters of all of them must fit its transaction. */
    public static final int MOST = 20;

    public static final Resource<Tag> RESOURCE = Resource.named("tag", PATH, Tag.class, Tag::label)
            .counts(Counters.RECORDS)
            .unique("label", tag -> tag.association().name(), Tag::label)
            .fixedInUse("association")
            .lists(list -> list.filters("association", "partner_type")
                    .searched("label")
                    .sortable("label", "created_at", "updated_at"))
            .build();

    /** The kinds of records that can have a tag. */
    public enum Association {
        PARTNER,
        LEAD,
        DEAL,
        CONTACT
    }

    public Tag {
        backgroundColor = Objects.requireNonNullElse(backgroundColor, Colors.BACKGROUND);
        textColor = Objects.requireNonNullElse(textColor, Colors.TEXT);
    }
}
