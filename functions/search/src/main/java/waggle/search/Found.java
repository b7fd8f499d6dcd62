package waggle.search;

import jakarta.validation.constraints.Size;
import java.util.List;
import waggle.model.search.SearchResult;
import waggle.model.search.Searches;

/**
 * The records that a search found.
 *
 * @param data in the order of the types, and of each type the best first
 */
public record Found(@Size(max = 4 * Searches.MOST) List<SearchResult> data) {}
