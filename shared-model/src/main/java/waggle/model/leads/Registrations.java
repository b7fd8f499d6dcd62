package waggle.model.leads;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.companies.Company;
import waggle.model.declaration.Write;
import waggle.model.leads.Registration.Status;
import waggle.model.records.Entity;

/** The steps of a deal registration (docs/api.md, "Leads, deals and notes"). A step that the state does not allow is refused. */
public final class Registrations {
    private Registrations() {}

    /** Registers a lead for its partner. The partner holds the domain from now on. */
    public static Entity<Lead> register(Write write, UUID uuid) {
        var lead = settled(write, uuid).value();
        if (lead.registration().isHolding()) {
            throw refused(lead, "be registered");
        }
        var partner = lead.partnerUuid();
        if (partner == null || lead.domain() == null) {
            throw WaggleException.conflict(
                    "%s must have a partner and a domain, from an e-mail address like ann@buyer.example, to be registered"
                            .formatted(Lead.RESOURCE.titled(lead)));
        }
        return change(write, uuid, unused -> Registration.submitted(partner, write.time()));
    }

    public static Entity<Lead> approve(Write write, UUID uuid, int days) {
        require(settled(write, uuid), Status.PENDING, "be approved");
        return change(write, uuid, pending -> pending.approved(write.time(), after(write.time(), days)));
    }

    public static Entity<Lead> reject(Write write, UUID uuid, String reason) {
        require(settled(write, uuid), Status.PENDING, "be rejected");
        return change(write, uuid, pending -> pending.rejected(write.time(), reason));
    }

    /** Withdraws a registration that is pending or protected. */
    public static Entity<Lead> withdraw(Write write, UUID uuid) {
        var lead = settled(write, uuid).value();
        if (!lead.registration().isHolding()) {
            throw refused(lead, "be withdrawn");
        }
        return change(write, uuid, held -> held.ended(Status.WITHDRAWN));
    }

    /** Moves the end of a protection. */
    public static Entity<Lead> extend(Write write, UUID uuid, int days) {
        var lead = require(settled(write, uuid), Status.APPROVED, "be extended");
        var until = after(Objects.requireNonNull(lead.registration().protectedUntil()), days);
        if (until.isAfter(after(write.time(), Company.MOST_REGISTRATION_DAYS))) {
            throw new WaggleException(
                    ErrorCode.CONFLICT,
                    "The protection must end within %d days from now".formatted(Company.MOST_REGISTRATION_DAYS));
        }
        return change(write, uuid, approved -> approved.extended(write.time(), until));
    }

    /**
     * Expires the protection of a lead, if the lead exists and its protection is over at the time of the write, or tells that
     * it ends soon.
     */
    public static Optional<Entity<Lead>> expire(Write write, UUID uuid) {
        return write.find(Lead.RESOURCE, uuid).map(lead -> {
            var settled = settled(write, uuid);
            return settled.value().registration().isToWarn(write.time())
                    ? change(write, uuid, Registration::warned)
                    : settled;
        });
    }

    private static Entity<Lead> settled(Write write, UUID uuid) {
        var lead = write.get(Lead.RESOURCE, uuid);
        return lead.value().registration().isOverdue(write.time())
                ? change(write, uuid, over -> over.ended(Status.EXPIRED))
                : lead;
    }

    private static Entity<Lead> change(Write write, UUID uuid, UnaryOperator<Registration> step) {
        return write.change(Lead.RESOURCE, uuid, lead -> lead.with(step.apply(lead.registration())));
    }

    private static Instant after(Instant time, int days) {
        return time.plus(Duration.ofDays(days));
    }

    private static Lead require(Entity<Lead> lead, Status status, String step) {
        if (lead.value().registration().status() != status) {
            throw refused(lead.value(), step);
        }
        return lead.value();
    }

    private static WaggleException refused(Lead lead, String step) {
        var status = lead.registration().status().name().toLowerCase(Locale.ROOT);
        return new WaggleException(
                ErrorCode.CONFLICT,
                "The registration of %s is %s and cannot %s".formatted(Lead.RESOURCE.titled(lead), status, step));
    }
}
