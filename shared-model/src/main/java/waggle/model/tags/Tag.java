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
import waggle.model.declaration.Resource;

/**
 * A label that records of one kind can carry (docs/api.md, "Configuration").
 *
 * @param label 1 to 100 characters
 * @param association what can carry it
 * @param backgroundColor {@code #RRGGBB}
 * @param textColor {@code #RRGGBB}
 * @param partnerType the only type of partner it is for, if any
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

    /** How many tags one record can carry: the counters of all of them must fit its transaction. */
    public static final int MOST = 20;

    public static final Resource<Tag> RESOURCE = Resource.named("tag", PATH, Tag.class, Tag::label)
            .unique("label", tag -> tag.association().name(), Tag::label)
            .fixedInUse("association")
            .lists(list -> list.filters("association", "partner_type")
                    .searched("label")
                    .sortable("label", "created_at", "updated_at"))
            .build();

    /** The kinds of record that can carry a tag. */
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
