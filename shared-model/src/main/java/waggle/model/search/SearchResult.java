package waggle.model.search;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Rights;
import waggle.model.declaration.Storing;

/**
 * A record that a search over several types found (docs/api.md, "Search"). It is not stored as a record.
 *
 * @param type of the record
 * @param uuid of the record
 * @param label of the record: a name, or else an e-mail address
 * @param detail tells records with the same label apart; null if there is nothing
 * @param matched the field in which the first word was found
 */
@Introspected
public record SearchResult(
        SearchType type,
        UUID uuid,
        @Size(max = 254) String label,
        @Nullable @Size(max = 2_048) String detail,
        @Size(max = 64) String matched) {
    public static final String PATH = "search";
    public static final Resource<SearchResult> RESOURCE = Resource.named(
                    "search_result", PATH, SearchResult.class, SearchResult::label)
            .rights(Rights.READABLE_BY_ALL)
            .stores(Storing.Builder::asNothing)
            .silent()
            .build();
}
