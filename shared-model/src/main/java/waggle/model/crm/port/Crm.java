package waggle.model.crm.port;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One account of a CRM. Implementations translate calls and values, and hold no rule of the synchronisation. Every method
 * throws {@link CrmFailure}.
 */
public interface Crm extends CrmWriter {
    /** The most records of one read by identifier. */
    int MOST_READ = 100;

    /** The account that the credentials belong to. */
    RemoteAccount account();

    /** The object with its fields. */
    RemoteObject describe(String object);

    /**
     * A page of the records that changed in a time range. It may lack the newest changes, since indexes of providers lag, and
     * it may repeat records.
     */
    RemotePage changed(Changes changes);

    /**
     * Reads records by their identifiers.
     *
     * @param ids at most {@link #MOST_READ}
     * @return the records that exist or are known to be deleted, in any order
     */
    List<RemoteRecord> read(String object, List<String> fields, List<String> ids);

    /** The records with exactly this value in a field; two are enough to tell that there are several. */
    List<RemoteRecord> find(String object, List<String> fields, String field, String value);

    /** The record that {@link #create} made for a record of Waggle, if there is one; at most one. */
    List<RemoteRecord> marked(String object, List<String> fields, UUID marker);

    /**
     * The records that {@link #create} made for some records of Waggle.
     *
     * @param markers at most {@link #MOST_READ}
     */
    default List<RemoteRecord> markedAmong(String object, List<String> fields, List<UUID> markers) {
        return markers.stream()
                .flatMap(marker -> marked(object, fields, marker).stream())
                .toList();
    }

    /**
     * The record that a {@link #create} without a reply may have made. Other than {@link #marked}, it does not trail the writes:
     * where it finds nothing, the record can be created.
     */
    default List<RemoteRecord> claimed(String object, List<String> fields, UUID marker) {
        return marked(object, fields, marker);
    }

    /** Makes the field that holds the uuid of Waggle's record, if the object has none. */
    void prepare(String object);

    /**
     * The records of Waggle's that were deleted in a time range, if the provider tells them with one call; none if it does not.
     *
     * @param since lower bound, included
     * @param until upper bound, excluded
     */
    default List<String> deleted(String object, Instant since, Instant until) {
        return List.of();
    }

    /** The stages of an object; none for objects without stages. */
    List<RemoteStage> stages(String object);

    List<RemoteOwner> owners();
}
