package waggle.model.notifications;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.companies.Company;
import waggle.model.leads.Lead;
import waggle.model.partners.NotificationType;

/** The notices of deal registrations. A decision also tells the user who entered the lead. */
final class RegistrationNotices {
    private RegistrationNotices() {}

    static Optional<Notice> submitted(Occasion<Lead> occasion) {
        return occasion.notice(
                NotificationType.REGISTRATION_SUBMITTED,
                occasion.concerned(),
                "%s registered %s.".formatted(partner(occasion), occasion.titled()));
    }

    static Optional<Notice> approved(Occasion<Lead> occasion) {
        return decided(
                occasion,
                "The registration of %s by %s was approved. It is protected until %s."
                        .formatted(occasion.titled(), partner(occasion), end(occasion)));
    }

    static Optional<Notice> rejected(Occasion<Lead> occasion) {
        return decided(
                occasion,
                "The registration of %s by %s was rejected. Reason: %s"
                        .formatted(
                                occasion.titled(),
                                partner(occasion),
                                occasion.value().registration().reason()));
    }

    private static Optional<Notice> decided(Occasion<Lead> occasion, String text) {
        return occasion.notice(NotificationType.REGISTRATION_DECIDED, occasion.concerned(creator(occasion)), text);
    }

    static Optional<Notice> expiring(Occasion<Lead> occasion) {
        return occasion.notice(
                NotificationType.REGISTRATION_EXPIRING,
                occasion.concerned(creator(occasion)),
                "The protection of %s for %s ends on %s."
                        .formatted(occasion.titled(), partner(occasion), end(occasion)));
    }

    private static @Nullable UUID creator(Occasion<Lead> occasion) {
        return occasion.value().createdByUserUuid();
    }

    private static String partner(Occasion<Lead> occasion) {
        return Objects.requireNonNullElse(occasion.value().partnerName(), "its partner");
    }

    /** The day in the company's time zone. */
    private static LocalDate end(Occasion<Lead> occasion) {
        var end = Objects.requireNonNull(occasion.value().registration().protectedUntil());
        return LocalDate.ofInstant(end, Company.zone(occasion.records()));
    }
}
