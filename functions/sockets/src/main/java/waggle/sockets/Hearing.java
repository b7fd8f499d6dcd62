package waggle.sockets;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.events.Event;
import waggle.model.events.EventTypes;
import waggle.model.keys.Scopes;
import waggle.model.live.Subscription;

/** Which events a subscription hears. */
public final class Hearing {
    /** The fields with the record that another one is listed below, like {@code /v1/leads/{uuid}/deals}. */
    private static final List<String> ABOVE = List.of("partner_uuid", "lead_uuid", "deal_uuid");

    private Hearing() {}

    /** Whether a subscription selects an event that its key may read. */
    public static boolean of(Subscription subscription, Scopes scopes, Event event) {
        return subscription.types().stream().anyMatch(pattern -> EventTypes.matches(pattern, event.type()))
                && (subscription.records().isEmpty() || concerns(subscription.records(), event))
                && ReadAccess.by(scopes, event);
    }

    /** A record that moves from one partner to another concerns both. */
    private static boolean concerns(List<UUID> records, Event event) {
        return Stream.concat(of(event.data().object()), of(event.data().previous()))
                .anyMatch(uuid ->
                        records.stream().anyMatch(record -> record.toString().equals(uuid)));
    }

    private static Stream<String> of(@Nullable JsonNode record) {
        return record == null
                ? Stream.of()
                : Stream.concat(
                        Stream.of(record.path("uuid"), record.at("/parent/uuid"))
                                .map(JsonNode::asText),
                        ABOVE.stream().map(field -> record.path(field).asText()));
    }
}
