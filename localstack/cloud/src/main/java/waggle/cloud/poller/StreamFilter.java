package waggle.cloud.poller;

import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import waggle.model.events.Event;
import waggle.model.keys.ApiKey;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;

/** The filters of the stream's two event sources in AWS. Both pass the heartbeats of the status. */
public final class StreamFilter {
    private StreamFilter() {}

    /** New events, and heartbeats. */
    public static boolean isEvent(Record record) {
        return (record.eventName() == OperationType.INSERT && isOf(record, Event.NAME)) || isHeartbeat(record);
    }

    private static boolean isHeartbeat(Record record) {
        var image = record.dynamodb().newImage();
        return image.containsKey(TableDesign.PARTITION_KEY)
                && ItemKey.of(image).pk().equals(ItemKey.STATUS)
                && ItemKey.of(image).sk().startsWith(ItemKey.STATUS_DAY);
    }

    /** New events, heartbeats, and API keys that are revoked. */
    public static boolean isLive(Record record) {
        return isEvent(record)
                || (isOf(record, ApiKey.NAME)
                        && record.dynamodb().newImage().containsKey("revoked_at")
                        && record.dynamodb().newImage().get("revoked_at").s() != null);
    }

    private static boolean isOf(Record record, String resource) {
        var partition = record.dynamodb().newImage().get(TableDesign.PARTITION_KEY);
        return partition != null && Objects.requireNonNull(partition.s()).endsWith("#" + resource);
    }
}
