package waggle.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import waggle.delivery.Outcome;
import waggle.model.events.Event;
import waggle.model.records.Entity;
import waggle.model.webhooks.WebhookEndpoint;

/** The receivers of all endpoints: records each call, and replies as the test tells it to. */
final class ReceivedCalls implements EndpointCall {
    private static final int NO_REPLY = 0;

    private final Clock clock;
    private final List<Call> calls = new ArrayList<>();
    private ToIntFunction<Call> status = call -> 200;

    ReceivedCalls(Clock clock) {
        this.clock = clock;
    }

    record Call(Instant at, UUID endpoint, String type, UUID event, UUID record) {}

    /** @param replies the status of the reply to a call; 0 for a call without a reply */
    void reply(ToIntFunction<Call> replies) {
        status = replies;
    }

    List<Call> all() {
        return calls;
    }

    List<UUID> eventsOf(UUID record) {
        return calls.stream()
                .filter(call -> call.record().equals(record))
                .map(Call::event)
                .toList();
    }

    @Override
    public Outcome send(UUID company, Entity<WebhookEndpoint> endpoint, Entity<Event> event) {
        var call = new Call(
                clock.instant(),
                endpoint.uuid(),
                event.value().type(),
                event.uuid(),
                event.value().recordUuid());
        calls.add(call);
        return outcome(call, status.applyAsInt(call));
    }

    private static Outcome outcome(Call call, int status) {
        @Nullable Integer replied = status == NO_REPLY ? null : status;
        var error = status == NO_REPLY ? "timed out" : null;
        return new Outcome(call.at(), Duration.ofMillis(3), replied, "", null, error);
    }
}
