package waggle.model.webhooks;

import io.micronaut.core.annotation.Introspected;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.Limits;
import waggle.model.declaration.Filter;
import waggle.model.declaration.Resource;
import waggle.model.events.EventTypes;

/**
 * The delivery of an event to an endpoint (docs/api.md, "Events and webhooks"). It is kept for 30 days.
 *
 * @param webhookEndpointUuid the endpoint
 * @param eventUuid the event
 * @param eventType of the event, {@code deal.updated}
 * @param recordUuid of the changed record
 * @param status pending while attempts are left; then succeeded or failed
 * @param attempts the newest 20, the oldest first
 * @param requestedAt the time of the last request for the delivery; the schedule counts the attempts since then
 * @param nextAttemptAt the time of the next attempt; null unless the delivery is pending
 */
@Introspected
@RecordBuilder
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
            .lists(list -> list.filters("webhook_endpoint_uuid", "status")
                    .filter(new Filter("event_type", "event_type", Filter.Kind.EVENT_TYPE))
                    .groupedBy("webhook_endpoint_uuid"))
            .stores(as -> as.keptFor(Limits.EVENT_RETENTION))
            .due(Delivery::nextAttemptAt)
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

    /** The number of attempts since the last request. */
    public int tries() {
        return (int) attempts.stream()
                .filter(attempt -> !attempt.attemptedAt().isBefore(requestedAt))
                .count();
    }

    /** The delivery after an attempt that succeeded. */
    public Delivery succeeded(Attempt attempt) {
        return with(Status.SUCCEEDED, attempt, null);
    }

    /**
     * The delivery after an attempt that failed.
     *
     * @param next the time of the next attempt; empty if none is left
     */
    public Delivery failed(Attempt attempt, Optional<Instant> next) {
        return with(next.isEmpty() ? Status.FAILED : Status.PENDING, attempt, next.orElse(null));
    }

    /**
     * The delivery with the attempt of another process, which it has not seen.
     *
     * @param other the delivery as the other process would save it after the attempt
     */
    public Delivery joined(Delivery other, Attempt attempt) {
        if (attempts.contains(attempt)) {
            return this;
        }
        // A request that is newer than the attempt still awaits an attempt of its own.
        return other.status == Status.SUCCEEDED && other.requestedAt.equals(requestedAt)
                ? succeeded(attempt)
                : with(status, attempt, nextAttemptAt);
    }

    /** The delivery after a request for it that came at a time; the same if it is no newer than the last one. */
    public Delivery asked(Instant at) {
        return requestedAt.isBefore(at) ? again(at, at) : this;
    }

    private Delivery with(Status then, Attempt attempt, @Nullable Instant next) {
        var all = Stream.concat(attempts.stream(), Stream.of(attempt))
                .sorted(Comparator.comparing(Attempt::attemptedAt))
                .toList();
        var newest = all.subList(Math.max(0, all.size() - MOST_ATTEMPTS), all.size());
        return DeliveryBuilder.builder(this)
                .status(then)
                .attempts(newest)
                .nextAttemptAt(next)
                .build();
    }

    /** The delivery that waits for a later time, without an attempt. */
    public Delivery waiting(Instant next) {
        return DeliveryBuilder.builder(this)
                .status(Status.PENDING)
                .nextAttemptAt(next)
                .build();
    }

    /** The delivery after another request for it. */
    public Delivery again(Instant now, Instant next) {
        return DeliveryBuilder.builder(this)
                .status(Status.PENDING)
                .requestedAt(now.truncatedTo(ChronoUnit.MILLIS))
                .nextAttemptAt(next)
                .build();
    }

    /** The delivery that has failed without another attempt. */
    public Delivery givenUp() {
        return DeliveryBuilder.builder(this)
                .status(Status.FAILED)
                .nextAttemptAt(null)
                .build();
    }
}
