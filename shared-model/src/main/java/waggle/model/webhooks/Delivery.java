package waggle.model.webhooks;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.Limits;
import waggle.model.declaration.Resource;
import waggle.model.events.EventTypes;
import waggle.model.table.TableDesign;

/**
 * An event on its way to an endpoint (docs/api.md, "Events and webhooks"). It is kept for 30 days.
 *
 * @param webhookEndpointUuid the endpoint
 * @param eventUuid the event
 * @param eventType of the event, {@code deal.updated}
 * @param recordUuid of the record that the event is about
 * @param status whether it has succeeded, will be tried again, or has failed for good
 * @param attempts the newest 20, the oldest first
 * @param requestedAt when it was asked for, or asked for again; the attempts since then count for the schedule
 * @param nextAttemptAt when it is tried next; null unless it is pending
 */
@Introspected
public record Delivery(
        UUID webhookEndpointUuid,
        UUID eventUuid,
        @Size(max = EventTypes.LONGEST) String eventType,
        UUID recordUuid,
        Status status,
        @Size(max = Delivery.MOST_ATTEMPTS) List<Attempt> attempts,
        Instant requestedAt,
        @Nullable Instant nextAttemptAt) {
    public static final String NAME = "delivery";
    public static final String PATH = "deliveries";
    public static final Resource<Delivery> RESOURCE = Resource.named(NAME, PATH, Delivery.class, Delivery::eventType)
            .lists(list -> list.filters("webhook_endpoint_uuid", "status", "event_type")
                    .groupedBy("webhook_endpoint_uuid"))
            .stores(as -> as.keptFor(Limits.EVENT_RETENTION).dueAt(TableDesign.DUE_AT))
            .derived()
            .build();

    static final int MOST_ATTEMPTS = 20;

    /** The state of a delivery. */
    public enum Status {
        PENDING,
        SUCCEEDED,
        FAILED
    }

    /** A delivery without attempts. */
    public static Delivery asked(UUID endpoint, UUID event, String type, UUID record, Instant now) {
        var asked = now.truncatedTo(ChronoUnit.MILLIS);
        return new Delivery(endpoint, event, type, record, Status.PENDING, List.of(), asked, asked);
    }

    public boolean awaitsAttempt() {
        return status == Status.PENDING;
    }

    /** The attempts since it was last asked for. */
    public int tries() {
        return (int) attempts.stream()
                .filter(attempt -> !attempt.attemptedAt().isBefore(requestedAt))
                .count();
    }

    /** The same after an attempt that succeeded. */
    public Delivery succeeded(Attempt attempt) {
        return with(Status.SUCCEEDED, attempt, null);
    }

    /**
     * The same after an attempt that failed.
     *
     * @param next when to try again; empty if it has failed for good
     */
    public Delivery failed(Attempt attempt, Optional<Instant> next) {
        return with(next.isEmpty() ? Status.FAILED : Status.PENDING, attempt, next.orElse(null));
    }

    private Delivery with(Status then, Attempt attempt, @Nullable Instant next) {
        var all = Stream.concat(attempts.stream(), Stream.of(attempt)).toList();
        var newest = all.subList(Math.max(0, all.size() - MOST_ATTEMPTS), all.size());
        return new Delivery(webhookEndpointUuid, eventUuid, eventType, recordUuid, then, newest, requestedAt, next);
    }

    /** The same to be tried at a time, without an attempt. */
    public Delivery waiting(Instant next) {
        return new Delivery(
                webhookEndpointUuid, eventUuid, eventType, recordUuid, Status.PENDING, attempts, requestedAt, next);
    }

    /** The same asked for again. */
    public Delivery again(Instant now, Instant next) {
        return new Delivery(
                webhookEndpointUuid,
                eventUuid,
                eventType,
                recordUuid,
                Status.PENDING,
                attempts,
                now.truncatedTo(ChronoUnit.MILLIS),
                next);
    }

    /** The same, failed for good without another attempt. */
    public Delivery givenUp() {
        return new Delivery(
                webhookEndpointUuid, eventUuid, eventType, recordUuid, Status.FAILED, attempts, requestedAt, null);
    }
}
