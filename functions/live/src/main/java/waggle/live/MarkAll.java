package waggle.live;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The mark of all notifications of a user as read.
 *
 * @param userUuid the user
 * @param before only notifications created before this time; now if absent
 */
@Introspected
public record MarkAll(@NotNull UUID userUuid, @Nullable Instant before) {}
