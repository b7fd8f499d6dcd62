package waggle.http.resource;

import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The results of a batch.
 *
 * @param results in the order of the changes
 */
public record BatchResults<R>(@Size(max = BatchChanges.MOST) List<BatchResult<R>> results) {}
