package waggle.events.status;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import waggle.model.WaggleException;
import waggle.model.status.StatusWrites;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;

/** Notes the heartbeats that a reader of the table's stream gets. */
public final class Echoes {
    /** The reader that sends deliveries. */
    public static final String RELAY = "relay";

    /** The reader that sends live updates. */
    public static final String LIVE_RELAY = "live-relay";

    private static final JsonPointer IMAGE = JsonPointer.compile("/dynamodb/NewImage");

    private static final Logger LOG = LoggerFactory.getLogger(Echoes.class);

    private final StatusWrites status;
    private final String reader;
    private final Clock clock;

    public Echoes(StatusWrites status, String reader, Clock clock) {
        this.status = status;
        this.reader = reader;
        this.clock = clock;
    }

    /** Notes the last heartbeat of a batch. A failure is logged only, because the events of the batch must go on. */
    public void note(JsonNode batch) {
        try {
            batch.path("Records")
                    .valueStream()
                    .map(record -> record.at(IMAGE))
                    .filter(Echoes::isHeartbeat)
                    .reduce((before, after) -> after)
                    .map(image -> Instant.parse(text(image, "beat_at")))
                    .ifPresent(beat -> status.echo(reader, beat, clock.instant()));
        } catch (SdkException | WaggleException e) {
            LOG.error("The echo of a heartbeat was not written", e);
        }
    }

    private static boolean isHeartbeat(JsonNode image) {
        return text(image, TableDesign.PARTITION_KEY).equals(ItemKey.STATUS)
                && text(image, TableDesign.SORT_KEY).startsWith(ItemKey.STATUS_DAY);
    }

    private static String text(JsonNode image, String name) {
        return image.path(name).path("S").asText();
    }
}
