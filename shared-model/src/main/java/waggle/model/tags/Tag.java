package waggle.model.tags;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import waggle.model.PartnerType;
import waggle.model.store.Resource;
import waggle.model.store.Unique;

/**
 * A label that records of one kind can carry (contract §2).
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
        @Pattern(regexp = COLOR, message = COLOR_EXPECTED) String backgroundColor,
        @Pattern(regexp = COLOR, message = COLOR_EXPECTED) String textColor,
        @Nullable PartnerType partnerType) {
    public static final String PATH = "tags";
    public static final Resource<Tag> RESOURCE = new Resource<>(
            "tag",
            PATH,
            Tag.class,
            List.of(new Unique<>("label", tag -> tag.association().name(), Tag::label)));

    private static final String COLOR = "#[0-9A-Fa-f]{6}";
    private static final String COLOR_EXPECTED = "must be a colour like #1A2B3C";

    /** The kinds of record that can carry a tag. */
    public enum Association {
        PARTNER,
        LEAD,
        DEAL,
        CONTACT
    }

    public Tag {
        backgroundColor = Objects.requireNonNullElse(backgroundColor, "#6B7280");
        textColor = Objects.requireNonNullElse(textColor, "#FFFFFF");
    }
}
