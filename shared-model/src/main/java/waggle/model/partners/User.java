package waggle.model.partners;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.Fault;
import waggle.model.Formats;
import waggle.model.Values;
import waggle.model.declaration.Resource;

/**
 * A person who works with partners, at the company or at a partner (docs/api.md, "Partners, contacts and users").
 *
 * @param email up to 254 characters, unique in the company
 * @param firstName up to 100 characters
 * @param lastName up to 100 characters
 * @param role the permissions of the person
 * @param partnerUuid the partner that the person works for; required for the roles partner and indirect, absent for the
 *     others
 * @param position up to 100 characters
 * @param phoneNumber up to 50 characters
 * @param countryCode ISO 3166-1 alpha-2
 * @param status whether the person is invited, active or disabled
 * @param notificationTypes the kinds of notifications that the person gets, each once; all, also those of later releases, if
 *     absent
 */
@Introspected
public record User(
        @NotBlank @Size(max = Formats.EMAIL_LENGTH) @Pattern(regexp = Formats.EMAIL, message = Formats.EMAIL_EXPECTED)
        String email,

        @Nullable @Size(max = 100) String firstName,
        @Nullable @Size(max = 100) String lastName,
        @NotNull Role role,
        @Nullable UUID partnerUuid,
        @Nullable @Size(max = 100) String position,
        @Nullable @Size(max = 50) String phoneNumber,

        @Nullable @Pattern(regexp = Formats.COUNTRY, message = Formats.COUNTRY_EXPECTED)
        String countryCode,

        Status status,
        @Nullable @Size(max = 20) List<@NotNull NotificationType> notificationTypes) {
    public static final String PATH = "users";
    public static final Resource<User> RESOURCE = Resource.named("user", PATH, User.class, User::email)
            .counts(Partner.OPEN_PAYMENTS)
            .keptBy(Partner.OPEN_PAYMENTS)
            .unique("email", User::email)
            .ownedBy("partner_uuid", () -> Partner.RESOURCE, Partner.USERS)
            .lists(list -> list.filters("role", "status", "partner_uuid")
                    .searched("email", "first_name", "last_name")
                    .sortable("email", "last_name", "created_at", "updated_at"))
            .check(User::faults)
            .build();

    /** The permissions of a user. */
    public enum Role {
        ADMIN,
        PARTNERSHIPS,
        PARTNER,
        INDIRECT;

        boolean isAtPartner() {
            return this == PARTNER || this == INDIRECT;
        }
    }

    /** The state of a user. */
    public enum Status {
        INVITED,
        ACTIVE,
        DISABLED
    }

    public User {
        status = Objects.requireNonNullElse(status, Status.INVITED);
        notificationTypes = notificationTypes == null ? null : Values.distinct(notificationTypes);
    }

    /** Whether the person gets notifications of a kind. */
    public boolean wants(NotificationType type) {
        return status != Status.DISABLED && (notificationTypes == null || notificationTypes.contains(type));
    }

    /** The first and the last name, or else the e-mail address. */
    public String fullName() {
        return Stream.of(firstName, lastName)
                .filter(Objects::nonNull)
                .reduce((first, last) -> first + " " + last)
                .orElse(email);
    }

    private List<Fault> faults() {
        var faults = new ArrayList<>(Formats.country("country_code", countryCode));
        if (role != null && role.isAtPartner() && partnerUuid == null) {
            faults.add(new Fault("partner_uuid", "is required for the roles partner and indirect"));
        }
        if (role != null && !role.isAtPartner() && partnerUuid != null) {
            faults.add(new Fault("partner_uuid", "must be absent unless the role is partner or indirect"));
        }
        return faults;
    }
}
