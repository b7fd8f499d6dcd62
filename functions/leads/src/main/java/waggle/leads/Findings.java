package waggle.leads;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.paging.PageRequest;

/**
 * What stands in the way of a lead, at most 50 of each kind.
 *
 * @param domain of the buyer; null if nothing tells it
 * @param registrations leads whose registration is pending or protected
 * @param leads that are open
 * @param deals that are open
 * @param partners with the domain or the name
 * @param contacts at the domain
 * @param more the kinds of which there are more records than this reply has
 */
public record Findings(
        @Nullable @Size(max = 253) String domain,
        @Size(max = PageRequest.MAXIMUM_SIZE) List<Finding> registrations,
        @Size(max = PageRequest.MAXIMUM_SIZE) List<Finding> leads,
        @Size(max = PageRequest.MAXIMUM_SIZE) List<Finding> deals,
        @Size(max = PageRequest.MAXIMUM_SIZE) List<Finding> partners,
        @Size(max = PageRequest.MAXIMUM_SIZE) List<Finding> contacts,
        List<Kind> more) {

    /** The kinds of records that can stand in the way. */
    public enum Kind {
        REGISTRATIONS,
        LEADS,
        DEALS,
        PARTNERS,
        CONTACTS
    }

    /**
     * A record that stands in the way.
     *
     * @param uuid of the record
     * @param label of the record
     * @param partnerUuid the partner of the record
     * @param protectedUntil the end of the protection
     * @param match what the record has in common with the buyer
     */
    public record Finding(
            UUID uuid,
            @Size(max = 254) String label,
            @Nullable UUID partnerUuid,
            @Nullable Instant protectedUntil,
            Match match) {}

    /** What records can have in common. */
    public enum Match {
        DOMAIN,
        COMPANY_NAME
    }
}
