package waggle.model.leads;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The part of a partner in a lead or a deal.
 *
 * @param partnerUuid the partner
 * @param role of the partner; at most one sources the record, and that one is its {@code partner_uuid}
 * @param attributedAt now if absent
 */
@Introspected
public record Attribution(
        @NotNull UUID partnerUuid,
        @NotNull Role role,
        @Nullable Instant attributedAt) {
    /** The most attributions of one record. */
    public static final int MOST = 10;

    /** The ways to take part. */
    public enum Role {
        SOURCED,
        INFLUENCED
    }

    boolean isSourced() {
        return role == Role.SOURCED;
    }

    Attribution at(Instant now) {
        return attributedAt == null ? new Attribution(partnerUuid, role, now) : this;
    }
}
