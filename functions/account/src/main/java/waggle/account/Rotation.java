package waggle.account;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rotation of an API key.
 *
 * @param overlapHours the hours for which the old key still works, 0 to 168; 24 if absent
 */
@Introspected
public record Rotation(@Nullable @Min(0) @Max(168) Integer overlapHours) {
    private static final int DAY = 24;

    Duration overlap() {
        return Duration.ofHours(Objects.requireNonNullElse(overlapHours, DAY));
    }
}
