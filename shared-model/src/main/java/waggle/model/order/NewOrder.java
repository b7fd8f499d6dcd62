package waggle.model.order;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * The order of all records of one kind (docs/api.md, "Configuration").
 *
 * @param uuids of every record of the kind, each once, in the new order
 */
@Introspected
public record NewOrder(@NotNull @Size(min = 1, max = MOST) List<@NotNull UUID> uuids) {
    /** More than the records of one kind. */
    static final int MOST = 100;
}
