package waggle.model.crm.stored;

import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.sync.ObjectMapping;

/**
 * The rules by which one resource is synchronised.
 *
 * @param mapping of the resource
 * @param texts of its records
 * @param siblings the other resources that are mapped to the same object of the CRM
 * @param filter whether a record without a link may get one
 */
public record HomeRules(
        ObjectMapping mapping, RecordTexts texts, Set<SyncedResource> siblings, Predicate<UUID> filter) {
    public HomeRules {
        siblings = Set.copyOf(siblings);
    }
}
