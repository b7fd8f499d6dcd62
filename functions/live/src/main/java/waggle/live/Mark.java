package waggle.live;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotNull;

/**
 * The mark of a notification.
 *
 * @param read whether the user has read it
 */
@Introspected
public record Mark(@NotNull Boolean read) {}
