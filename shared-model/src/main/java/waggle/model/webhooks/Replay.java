package waggle.model.webhooks;

import io.micronaut.core.annotation.Introspected;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
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
 * @param after the last processed event; null at first
 * @param nextAttemptAt the time of the next portion; null once all events are processed
 */
@Introspected
@RecordBuilder
public record Replay(
        UUID webhookEndpointUuid,
        Instant since,
        Instant until,
        @Size(max = Replay.MOST_TYPES) List<@Size(max = EventTypes.LONGEST) String> eventTypes,
        @Nullable UUID after,
        @Nullable Instant nextAttemptAt) {
    public static final int MOST_TYPES = 50;
    public static final Resource<Replay> RESOURCE = Resource.named(
                    "replay", "replays", Replay.class, replay -> "replay")
            .stores(as -> as.keptFor(Limits.EVENT_RETENTION))
            .due(Replay::nextAttemptAt)
            .derived()
            .build();

    /** Whether events of a type are sent again. */
    public boolean selects(String type) {
        return eventTypes.isEmpty() || eventTypes.stream().anyMatch(pattern -> EventTypes.matches(pattern, type));
    }

    /** The replay after another portion. */
    public Replay continued(UUID last, Instant next) {
        return ReplayBuilder.builder(this).after(last).nextAttemptAt(next).build();
    }

    /** The replay after the last portion. */
    public Replay done() {
        return ReplayBuilder.from(this).withNextAttemptAt(null);
    }
}
