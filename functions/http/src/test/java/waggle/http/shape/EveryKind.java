package waggle.http.shape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A shape with every kind of field that the shapes of the API have. */
@Introspected
record EveryKind(
        @NotBlank @Size(max = 100) String label,
        @Nullable @Size(max = 100_000) String text,
        @Nullable @Min(-1) @Max(100) Integer whole,
        @Nullable BigDecimal number,
        @Nullable Boolean flag,
        @Nullable Color color,
        @Nullable UUID owner,
        @Nullable Instant startsAt,
        @Nullable @Size(max = 10) List<@NotNull @Size(max = 5) String> texts,
        @Nullable @Size(max = 10) List<@NotNull UUID> uuids,
        @Nullable Map<String, String> ids,
        @Nullable ObjectNode fields,
        @Nullable @Valid Part part,
        @Nullable @Size(max = 10) List<@NotNull @Valid Part> parts) {

    enum Color {
        RED,
        DARK_BLUE
    }

    @Introspected
    record Part(
            @NotBlank @Size(max = 10) String name, @Nullable Integer amount) {}
}
