package waggle.crm.rules;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import waggle.crm.account.Owners;
import waggle.model.crm.mapping.CrmMapping;
import waggle.model.crm.mapping.CrmMapping.OfResource;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.merge.Form;
import waggle.model.crm.port.Crm;
import waggle.model.crm.stored.References;
import waggle.model.crm.sync.ObjectMapping;
import waggle.model.declaration.Records;

/** What the mappings of one session need to know beside themselves. Each fact is read once, when it is needed. */
public final class MappingFacts {
    private final CrmMapping mapping;
    private final Records records;
    private final UUID connection;
    private final Crm crm;
    private final Owners known;
    private final References references;
    private final Map<SyncedResource, ObjectMapping> mappings = new EnumMap<>(SyncedResource.class);
    private @Nullable Map<String, String> owners;

    public MappingFacts(CrmMapping mapping, Records records, UUID connection, Crm crm, Owners known) {
        this.mapping = mapping;
        this.records = records;
        this.connection = connection;
        this.crm = crm;
        this.known = known;
        this.references = References.of(connection, mapping);
    }

    /** What mapped fields refer to. */
    public References references() {
        return references;
    }

    /** The mapping of a resource, with what its fields hold. */
    public ObjectMapping mapping(OfResource of) {
        return mappings.computeIfAbsent(of.resource(), resource -> made(of));
    }

    private ObjectMapping made(OfResource of) {
        var custom = of.hasCustom() ? CustomForms.of(of.resource(), records) : Map.<String, Form>of();
        return of.toObjectMapping(of.has(SyncedResource.OWNER) ? owners() : Map.of(), custom);
    }

    private Map<String, String> owners() {
        var found = Optional.ofNullable(owners).orElseGet(() -> known.of(connection, crm));
        owners = found;
        return found;
    }

    /** The other resources that are mapped to the same object. */
    public Set<SyncedResource> siblings(OfResource of) {
        return mapping.mappings().stream()
                .filter(other -> other.object().equals(of.object()))
                .map(OfResource::resource)
                .filter(other -> other != of.resource() && other != SyncedResource.NOTE)
                .collect(Collectors.toSet());
    }

    /** Whether a record without a link may get one. */
    public Predicate<UUID> filter(OfResource of) {
        return of.filter().isEmpty()
                ? uuid -> true
                : RecordFilter.of(of, records).over(records);
    }
}
