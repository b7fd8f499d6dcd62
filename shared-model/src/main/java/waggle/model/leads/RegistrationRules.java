package waggle.model.leads;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.declaration.Rule;
import waggle.model.declaration.Write;
import waggle.model.records.Entity;

/** Keeps the claim of a domain in step with the registration of its lead (docs/api.md, "Leads, deals and notes"). */
final class RegistrationRules implements Rule<Lead> {

    /** Expires a protection that is over, and keeps partner and domain as long as the registration holds the domain. */
    @Override
    public Lead complete(Write write, @Nullable Lead before, Lead lead) {
        if (before == null || !before.registration().equals(lead.registration())) {
            return lead;
        }
        var registration = before.registration();
        if (registration.isOverdue(write.time())) {
            return lead.with(registration.ended(Registration.Status.EXPIRED));
        }
        if (registration.isHolding()
                && !(Objects.equals(before.partnerUuid(), lead.partnerUuid())
                        && Objects.equals(before.domain(), lead.domain()))) {
            throw new WaggleException(
                    ErrorCode.CONFLICT,
                    "The partner and the domain of a registered lead cannot be changed; withdraw the registration first");
        }
        return lead;
    }

    @Override
    public void follow(Write write, @Nullable Entity<Lead> before, @Nullable Entity<Lead> after) {
        var held = held(before);
        var holds = held(after);
        if (holds.isPresent() && !holds.equals(held)) {
            DomainClaim.read(write, holds.get().domain()).hold(write, holds.get());
        } else if (held.isPresent() && holds.isEmpty()) {
            DomainClaim.read(write, held.get().domain())
                    .release(write, held.get().lead());
        }
    }

    private static Optional<Hold> held(@Nullable Entity<Lead> lead) {
        return Optional.ofNullable(lead)
                .filter(held -> held.value().registration().isHolding())
                .map(Hold::of);
    }
}
