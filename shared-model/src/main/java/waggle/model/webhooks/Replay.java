package waggle.model.webhooks;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.Limits;
import waggle.model.declaration.Resource;
import waggle.model.events.EventTypes;
import waggle.model.table.TableDesign;

/**
 * Events that go to an endpoint again (docs/api.md, "Events and webhooks"). The sweeper works on some events at a time.
 *
 * @param webhookEndpointUuid the endpoint
 * @param since from when on
 * @param until before when
 * @param eventTypes patterns of the events that go again, {@code deal.*}; all that the endpoint receives when empty
 * @param after the last event that was looked at; null at first
 * @param nextAttemptAt when the next events are looked at; null when all were
 */
@Introspected
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
            .stores(as -> as.keptFor(Limits.EVENT_RETENTION).dueAt(TableDesign.DUE_AT))
            .derived()
            .build();

    /** Whether events of a type go again. */
    public boolean means(String type) {
        return eventTypes.isEmpty() || eventTypes.stream().anyMatch(pattern -> EventTypes.matches(pattern, type));
    }

    /** The same with more events looked at. */
    public Replay continued(UUID last, Instant next) {
        return new Replay(webhookEndpointUuid, since, until, eventTypes, last, next);
    }

    /** The same with all events looked at. */
    public Replay done() {
        return new Replay(webhookEndpointUuid, since, until, eventTypes, after, null);
    }
}
