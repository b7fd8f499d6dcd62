package waggle.model.categories;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import waggle.model.PartnerType;
import waggle.model.declaration.Counters;
import waggle.model.declaration.Resource;

/**
 * A category of partners, such as agencies (docs/api.md, "Configuration").
 *
 * @param label 1 to 100 characters, unique
 * @param partnerType the only type of partner that uses the category; every type if absent
 */
@Introspected
public record Category(
        @NotBlank @Size(max = 100) String label, @Nullable PartnerType partnerType) {
    public static final String PATH = "categories";
    public static final Resource<Category> RESOURCE = Resource.named("category", PATH, Category.class, Category::label)
            .counts(Counters.RECORDS)
            .unique("label", Category::label)
            .lists(list -> list.filters("partner_type").searched("label").sortable("label", "created_at", "updated_at"))
            .build();
}
