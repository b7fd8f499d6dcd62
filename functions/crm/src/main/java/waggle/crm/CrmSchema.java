package waggle.crm;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import waggle.model.crm.port.RemoteField;
import waggle.model.crm.port.RemoteOwner;
import waggle.model.crm.port.RemoteStage;

/**
 * What an account of a CRM has.
 *
 * @param objects the kinds of records that mappings can have
 * @param owners the users who can own records
 */
@Introspected
public record CrmSchema(List<RemoteKind> objects, List<RemoteOwner> owners) {
    /**
     * A kind of record.
     *
     * @param name the CRM's name, as mappings have it
     * @param fields that the account may read
     * @param stages of the object; none for most
     */
    @Introspected
    public record RemoteKind(String name, List<RemoteField> fields, List<RemoteStage> stages) {}
}
