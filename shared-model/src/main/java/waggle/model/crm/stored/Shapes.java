package waggle.model.crm.stored;

import com.fasterxml.jackson.databind.node.ObjectNode;
import waggle.model.WaggleException;
import waggle.model.declaration.Resource;

/** Validates what a CRM writes to a record, as the API validates what a client writes. */
public interface Shapes {
    /**
     * The value of a new record.
     *
     * @throws WaggleException with all faults
     */
    <T> T created(Resource<T> resource, ObjectNode json);

    /**
     * The value after a merge patch (RFC 7396).
     *
     * @throws WaggleException with all faults
     */
    <T> T patched(Resource<T> resource, T before, ObjectNode patch);
}
