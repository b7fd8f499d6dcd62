package waggle.model.order;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * The order of all records of one kind (docs/api.md, "Configuration").
 *
 * @param uuids every record of the kind, once; the first comes first
 */
@Introspected
public record NewOrder(@NotNull @Size(min = 1, max = MOST) List<@NotNull UUID> uuids) {
    /** More than there can be of one kind. */
    static final int MOST = 100;
}
