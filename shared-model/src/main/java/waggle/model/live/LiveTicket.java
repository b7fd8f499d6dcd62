package waggle.model.live;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Rights;
import waggle.model.declaration.Storing;

/**
 * A ticket for one connection with live updates (docs/live.md). It is not stored as a record: nothing lists or reads it.
 *
 * @param url the address of the WebSocket, {@code wss://…}
 * @param ticket the value of the query parameter {@code ticket} of the address
 * @param expiresAt the time until which the ticket opens a connection, 30 seconds after its issue
 */
@Introspected
public record LiveTicket(
        @Size(max = 255) String url, @Size(max = 64) String ticket, Instant expiresAt) {
    public static final String PATH = "live";
    public static final Resource<LiveTicket> RESOURCE = Resource.named(
                    "live_ticket", PATH, LiveTicket.class, LiveTicket::url)
            .rights(Rights.READABLE_BY_ALL)
            .stores(Storing.Builder::asNothing)
            .silent()
            .build();
}
