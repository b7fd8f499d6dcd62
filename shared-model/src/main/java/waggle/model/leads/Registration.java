package waggle.model.leads;

import io.micronaut.core.annotation.Introspected;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The registration of a lead by its partner (docs/api.md, "Leads, deals and notes").
 *
 * @param status of the registration
 * @param partnerUuid the partner that registered the lead
 * @param submittedAt the time of the registration
 * @param decidedAt the time of the approval or the rejection
 * @param protectedUntil the end of the protection
 * @param reason of a rejection
 * @param expiringEventAt the time at which the event {@code lead.registration_expiring} follows; null once it has, or when
 *     the protection ended
 */
@Introspected
@RecordBuilder
public record Registration(
        Status status,
        @Nullable UUID partnerUuid,
        @Nullable Instant submittedAt,
        @Nullable Instant decidedAt,
        @Nullable Instant protectedUntil,
        @Nullable @Size(max = Registration.LONGEST_REASON) String reason,
        @Nullable Instant expiringEventAt) {
    public static final int LONGEST_REASON = 1_000;

    private static final Duration WARNING = Duration.ofDays(7);

    static final Registration NONE = new Registration(Status.NONE, null, null, null, null, null, null);

    /** The states of a registration. */
    public enum Status {
        NONE,
        PENDING,
        APPROVED,
        REJECTED,
        WITHDRAWN,
        EXPIRED
    }

    static Registration submitted(UUID partner, Instant now) {
        return new Registration(Status.PENDING, partner, now, null, null, null, null);
    }

    Registration approved(Instant now, Instant until) {
        return RegistrationBuilder.builder(this)
                .status(Status.APPROVED)
                .decidedAt(now)
                .protectedUntil(until)
                .expiringEventAt(warning(now, until))
                .build();
    }

    Registration extended(Instant now, Instant until) {
        return RegistrationBuilder.builder(this)
                .protectedUntil(until)
                .expiringEventAt(warning(now, until))
                .build();
    }

    /** Seven days before the end, or halfway if fewer than fourteen are left. */
    private static Instant warning(Instant now, Instant until) {
        var half = Duration.between(now, until).dividedBy(2);
        return until.minus(half.compareTo(WARNING) < 0 ? half : WARNING).truncatedTo(ChronoUnit.MILLIS);
    }

    /** The registration of whose end the event has told. */
    Registration warned() {
        return RegistrationBuilder.from(this).withExpiringEventAt(null);
    }

    Registration rejected(Instant now, String why) {
        return RegistrationBuilder.builder(this)
                .status(Status.REJECTED)
                .decidedAt(now)
                .reason(why)
                .build();
    }

    Registration ended(Status end) {
        return RegistrationBuilder.builder(this)
                .status(end)
                .expiringEventAt(null)
                .build();
    }

    /** Whether the registration holds the domain, unless its protection is over. */
    boolean isHolding() {
        return status == Status.PENDING || status == Status.APPROVED;
    }

    /** Whether the protection is over and the status does not say so yet. */
    boolean isOverdue(Instant now) {
        return status == Status.APPROVED && protectedUntil != null && !protectedUntil.isAfter(now);
    }

    /** Whether the event about the end is due. */
    boolean isToWarn(Instant now) {
        return expiringEventAt != null && !expiringEventAt.isAfter(now);
    }

    /** Whether the event about the end follows from a change. */
    boolean warnsAfter(Registration before) {
        return before.expiringEventAt != null && expiringEventAt == null && status == Status.APPROVED;
    }

    /** The time at which the protection ends; null if it has no end, or ended before. */
    @Nullable
    Instant end() {
        return status == Status.APPROVED ? protectedUntil : null;
    }

    /** The time of the event about the end, and then of the end; null if the protection has no end, or ended before. */
    @Nullable
    Instant due() {
        return expiringEventAt == null ? end() : expiringEventAt;
    }
}
