package waggle.model.notifications;

import io.micronaut.core.annotation.Introspected;

/**
 * The result of marking the notifications of a user as read.
 *
 * @param marked the number of notifications that were unread and are read now
 * @param hasMore whether unread notifications are left, which a repetition of the request marks
 */
@Introspected
public record Marked(long marked, boolean hasMore) {}
