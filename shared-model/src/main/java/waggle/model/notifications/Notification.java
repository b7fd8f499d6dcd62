package waggle.model.notifications;

import io.micronaut.core.annotation.Introspected;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.Actor;
import waggle.model.Limits;
import waggle.model.declaration.Filter;
import waggle.model.declaration.Resource;
import waggle.model.partners.NotificationType;

/**
 * A message to one user about one event (docs/api.md, "Notifications"). Waggle makes it from the event, once. It is kept for
 * 90 days.
 *
 * @param type the kind of the notification
 * @param userUuid the user whom the notification is for; it stays when the user is deleted
 * @param record the record that the notification is about
 * @param text a sentence of at most 1,000 characters
 * @param actor that made the change
 * @param eventUuid the event that the notification was made from
 * @param readAt the time of the mark as read; null while the notification is unread
 */
@Introspected
@RecordBuilder
public record Notification(
        NotificationType type,
        UUID userUuid,
        Subject record,
        @Size(max = Notification.LONGEST_TEXT) String text,
        Actor.Identity actor,
        UUID eventUuid,
        @Nullable Instant readAt) {
    public static final String NAME = "notification";
    public static final String PATH = "notifications";

    /** The event of a new notification. Marks make no event. */
    public static final String CREATED = NAME + ".created";

    /** The field by whose value the notifications of one user are found without reading others. */
    public static final String USER = "user_uuid";

    static final String READ_AT = "read_at";

    /** Characters of the longest text. */
    public static final int LONGEST_TEXT = 1_000;

    public static final Resource<Notification> RESOURCE = Resource.named(
                    NAME, PATH, Notification.class, Notification::text)
            .lists(list -> list.filters(USER, "type")
                    .filter(new Filter("unread", READ_AT, Filter.Kind.ABSENT))
                    .filter(new Filter("record_uuid", "record.uuid"))
                    .groupedBy(USER))
            .stores(as -> as.keptFor(Limits.NOTIFICATION_RETENTION).asListed())
            .derived()
            .event(CREATED, (before, after) -> before == null)
            .build();

    /**
     * The record that a notification is about.
     *
     * @param type of the record
     * @param label the title of the record at the time of the event
     */
    @Introspected
    public record Subject(
            Type type,
            UUID uuid,
            @Size(max = Subject.LONGEST_LABEL) String label) {
        static final int LONGEST_LABEL = 254;
    }

    /** The kinds of records that notifications are about. A note stands for the record that it is about. */
    public enum Type {
        PARTNER,
        LEAD,
        DEAL,
        PAYMENT,
        CRM_CONNECTION
    }

    /**
     * The notification as read or unread.
     *
     * @param now the time of the mark; a notification that is read already keeps the time that it has
     */
    public Notification marked(boolean read, Instant now) {
        if (read == (readAt != null)) {
            return this;
        }
        return NotificationBuilder.from(this).withReadAt(read ? now : null);
    }
}
