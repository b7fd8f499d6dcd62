package waggle.model.leads;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.records.Entity;

/**
 * The domain that a registered lead holds for its partner.
 *
 * @param until null until the registration is decided
 */
record Hold(
        String domain, UUID partner, UUID lead, @Nullable Instant until) {

    static Hold of(Entity<Lead> lead) {
        var registration = lead.value().registration();
        return new Hold(
                Objects.requireNonNull(lead.value().domain()),
                Objects.requireNonNull(registration.partnerUuid()),
                lead.uuid(),
                registration.end());
    }
}
