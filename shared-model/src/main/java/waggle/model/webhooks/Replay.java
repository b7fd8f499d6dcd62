package waggle.model.webhooks;

import io.micronaut.core.annotation.Introspected;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.Limits;
import waggle.model.declaration.Resource;
import waggle.model.events.EventTypes;

/**
 * A replay of the events of a period to an endpoint (docs/api.md, "Events and webhooks"). The sweeper processes it in
 * portions.
 *
 * @param webhookEndpointUuid the endpoint
 * @param since the beginning of the period
 * @param until the end of the period
 * @param eventTypes patterns of the events to send again, {@code deal.*}; if empty, all that the endpoint receives
 * @param only the deliveries that are sent again; all if absent
 * @param status running until all events of the period are processed
 * @param events the number of processed events
 * @param deliveries the number of requested deliveries: the processed events that the endpoint receives
 * @param after the last processed event; null at first
 * @param awaited the event of the last requested delivery, on whose attempt the next portion waits
 * @param nextAttemptAt the time of the next portion; null once all events are processed
 */
@Introspected
@RecordBuilder
public record Replay(
        UUID webhookEndpointUuid,
        Instant since,
        Instant until,
        @Size(max = Replay.MOST_TYPES) List<@Size(max = EventTypes.LONGEST) String> eventTypes,
        @Nullable Only only,
        Status status,
        @Min(0) long events,
        @Min(0) long deliveries,
        @Nullable UUID after,
        @Nullable UUID awaited,
        @Nullable Instant nextAttemptAt) {
    public static final int MOST_TYPES = 50;
    public static final Resource<Replay> RESOURCE = Resource.named(
                    "replay", "replays", Replay.class, replay -> "replay")
            .stores(as -> as.keptFor(Limits.EVENT_RETENTION))
            .due(Replay::nextAttemptAt)
            .derived()
            .build();

    /** The state of a replay. */
    public enum Status {
        RUNNING,
        FINISHED
    }

    /** The deliveries that a replay can be limited to. */
    public enum Only {
        FAILED
    }

    /** Replays that an earlier release stored have no status. */
    public Replay {
        status = Objects.requireNonNullElse(status, nextAttemptAt == null ? Status.FINISHED : Status.RUNNING);
    }

    /** A replay of all deliveries that begins now. */
    public static Replay begun(UUID endpoint, Instant since, Instant until, List<String> eventTypes, Instant now) {
        return begun(endpoint, since, until, eventTypes, null, now);
    }

    /** A replay that begins now. */
    public static Replay begun(
            UUID endpoint, Instant since, Instant until, List<String> eventTypes, @Nullable Only only, Instant now) {
        return new Replay(endpoint, since, until, eventTypes, only, Status.RUNNING, 0, 0, null, null, now);
    }

    /** Whether events of a type are sent again. */
    public boolean selects(String type) {
        return eventTypes.isEmpty() || eventTypes.stream().anyMatch(pattern -> EventTypes.matches(pattern, type));
    }

    /**
     * The replay after another portion.
     *
     * @param last the last event of the portion; null if it has none
     * @param requested the events whose deliveries were requested
     * @param next the time of the next portion; null if this was the last one
     */
    public Replay continued(int processed, @Nullable UUID last, List<UUID> requested, @Nullable Instant next) {
        return ReplayBuilder.builder(this)
                .status(next == null ? Status.FINISHED : Status.RUNNING)
                .events(events + processed)
                .deliveries(deliveries + requested.size())
                .after(last == null ? after : last)
                .awaited(requested.isEmpty() ? awaited : requested.getLast())
                .nextAttemptAt(next)
                .build();
    }
}
