package waggle.model.notifications;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import waggle.model.partners.NotificationType;
import waggle.model.partners.User;

/**
 * The meaning of an event for people.
 *
 * @param text a sentence
 * @param users those whom the event concerns; some may no longer exist
 * @param sharedWith the partner that may see the record; empty if none may
 */
record Notice(
        NotificationType type, Notification.Subject subject, String text, Set<UUID> users, Optional<UUID> sharedWith) {

    /** Whether the notice is for a user: partner users see what is shared with their partner only. */
    boolean isFor(User user) {
        return user.wants(type)
                && (user.partnerUuid() == null
                        || sharedWith.filter(user.partnerUuid()::equals).isPresent());
    }
}
