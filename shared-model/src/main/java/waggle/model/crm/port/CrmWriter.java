package waggle.model.crm.port;

import java.util.Map;
import java.util.UUID;

/** The writes of a CRM. A dry run has a writer that only notes them. */
public interface CrmWriter {
    /**
     * Creates a record that carries the identifier of a record of Waggle. A repetition with the same identifier changes the
     * record that the first call made, where the provider supports it.
     *
     * @param marker the uuid of Waggle's record
     * @return the record as the CRM stored it, with at least the fields that were written
     */
    WrittenRecord create(String object, UUID marker, Map<String, String> fields);

    /**
     * Changes fields of a record.
     *
     * @param fields {@code ""} clears a field
     * @return the record as the CRM stored it, with at least the fields that were written
     */
    WrittenRecord update(String object, String id, Map<String, String> fields);

    /** Archives a record. It does nothing if the record is archived already. */
    void archive(String object, String id);
}
