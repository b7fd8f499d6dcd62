package waggle.model.crm.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import waggle.model.Fault;
import waggle.model.crm.mapping.CrmMapping.OfField;
import waggle.model.crm.mapping.CrmMapping.OfResource;
import waggle.model.crm.merge.Direction;

/** Finds the faults of mappings that need no look at the CRM. The bean validation reports what is missing. */
final class MappingFaults {
    /** Fields whose equal values do not tell that two records are the same. */
    private static final Set<String> NEVER_MATCH = Set.of(
            SyncedResource.PARENT,
            SyncedResource.OWNER,
            SyncedResource.STAGE,
            SyncedResource.PHASE,
            SyncedResource.CLOSE_DATE,
            SyncedResource.KIND,
            SyncedResource.LEAD_OF_NOTE,
            SyncedResource.DEAL_OF_NOTE,
            SyncedResource.PARTNER_OR_DEAL);

    private final List<OfResource> mappings;
    private final List<Fault> faults = new ArrayList<>();

    MappingFaults(List<OfResource> mappings) {
        this.mappings = mappings;
    }

    List<Fault> found() {
        var resources = new HashSet<SyncedResource>();
        var creating = new HashSet<String>();
        for (var i = 0; i < mappings.size(); i++) {
            var mapping = mappings.get(i);
            if (mapping != null && mapping.resource() != null && mapping.fields() != null) {
                var path = "mappings[" + i + "].";
                if (!resources.add(mapping.resource())) {
                    add(path + "resource", "has a mapping already");
                }
                var creates = mapping.creates() != null && mapping.creates() != Direction.TO_CRM;
                if (creates && mapping.object() != null && !creating.add(mapping.object())) {
                    add(path + "creates", "must be to_crm: another mapping makes records of Waggle from this object");
                }
                fields(mapping, path);
                if (mapping.resource() == SyncedResource.NOTE) {
                    notes(mapping, path);
                }
            }
        }
        return faults;
    }

    private void add(String field, String message) {
        faults.add(new Fault(field, message));
    }

    /** Notes are written in Waggle, and lie below other records. */
    private void notes(OfResource mapping, String path) {
        if (mapping.creates() != null && mapping.creates() != Direction.TO_CRM) {
            add(path + "creates", "must be to_crm: notes travel to the CRM only");
        }
        for (var i = 0; i < mapping.fields().size(); i++) {
            var field = mapping.fields().get(i);
            if (field != null && !field.travelsToCrmOnly()) {
                add(path + "fields[" + i + "].direction", "must be to_crm: notes travel to the CRM only");
            }
        }
        if (!mapping.filter().isEmpty()) {
            add(path + "filter", "must be absent: the notes of all records that are linked travel");
        }
    }

    private void fields(OfResource mapping, String path) {
        var known = new HashSet<String>();
        var remote = new HashSet<String>();
        for (var i = 0; i < mapping.fields().size(); i++) {
            var field = mapping.fields().get(i);
            if (field != null && field.waggle() != null) {
                field(mapping.resource(), field, path + "fields[" + i + "].", known);
            }
            if (field != null && field.remote() != null && !remote.add(field.remote())) {
                add(path + "fields[" + i + "].remote", "is mapped already");
            }
        }
        for (var i = 0; i < mapping.match().size(); i++) {
            var name = mapping.match().get(i);
            if (name != null && (!known.contains(name) || NEVER_MATCH.contains(name))) {
                add(
                        path + "match[" + i + "]",
                        "must be the name of a mapped field that tells records apart, like email");
            }
        }
    }

    private void field(SyncedResource resource, OfField field, String place, Set<String> known) {
        var name = field.waggle();
        if (resource.form(name).isEmpty()) {
            var names = String.join(", ", resource.fields());
            add(place + "waggle", "must name a field that can be mapped: " + names + ", or custom_fields.<key>");
        } else if (!known.add(name)) {
            add(place + "waggle", "is mapped already");
        }
        if (resource != SyncedResource.NOTE && SyncedResource.isReadOnly(name) && !field.travelsToCrmOnly()) {
            add(place + "direction", "is read-only in Waggle; it must be to_crm");
        }
        if (name.equals(SyncedResource.OWNER) && !field.valueMap().isEmpty()) {
            add(place + "value_map", "must be absent: owners are found by their e-mail address");
        }
        if ((name.equals(SyncedResource.STAGE) || name.equals(SyncedResource.PHASE))
                && field.valueMap().isEmpty()) {
            add(place + "value_map", "is required: the CRM's stage for each of Waggle's");
        }
    }
}
