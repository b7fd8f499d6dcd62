package waggle.model.crm.mapping;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waggle.model.Fault;
import waggle.model.crm.merge.Direction;
import waggle.model.crm.merge.FieldRule;
import waggle.model.crm.merge.Form;
import waggle.model.crm.merge.Wins;
import waggle.model.crm.sync.ObjectMapping;
import waggle.model.declaration.Resource;

/**
 * The mappings of a connection (docs/crm.md, "Mappings").
 *
 * @param mappings one for each resource that is synchronised
 */
@Introspected
public record CrmMapping(@NotNull @Size(max = 5) List<@NotNull @Valid OfResource> mappings) {
    /** Stored under the uuid of its connection. */
    public static final Resource<CrmMapping> RESOURCE = Resource.named(
                    "crm_mapping", "crm-mappings", CrmMapping.class, mapping -> "mapping")
            .derived()
            .build();

    /** Digits after the decimal point in which numbers are compared. */
    private static final int SCALE = 2;

    /**
     * The mapping of one resource of Waggle to one object of the CRM.
     *
     * @param resource of Waggle
     * @param object the CRM's name of the object, like {@code companies}
     * @param creates the side or sides on which missing records are created: {@code to_crm}, {@code from_crm} or {@code both}
     * @param match names of mapped fields, in Waggle, by whose equal values a first link is made; tried in this order
     * @param onDelete what a deletion in Waggle does in the CRM: {@code unlink} (default) or {@code archive}
     * @param fields the mapped fields
     */
    @Introspected
    public record OfResource(
            @NotNull SyncedResource resource,
            @NotBlank @Size(max = 100) String object,
            @NotNull Direction creates,
            @Size(max = 5) List<@NotBlank @Size(max = 100) String> match,
            ObjectMapping.OnDelete onDelete,

            @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid OfField> fields) {
        public OfResource {
            match = Objects.requireNonNullElse(match, List.of());
            onDelete = Objects.requireNonNullElse(onDelete, ObjectMapping.OnDelete.UNLINK);
        }

        /** The mapping as the synchronisation reads it. */
        public ObjectMapping toObjectMapping() {
            var rules = fields.stream().map(field -> field.rule(resource)).toList();
            return new ObjectMapping(object, rules, match, creates, onDelete);
        }
    }

    /**
     * The mapping of one field.
     *
     * @param waggle the field's name in Waggle
     * @param remote the CRM's name of the field
     * @param direction the way that changes travel: {@code to_crm}, {@code from_crm} or {@code both} (default)
     * @param createDirection the way that the value travels when a record is created; as {@code direction} if absent
     * @param wins the rule for a change on both sides: {@code crm}, {@code waggle}, {@code latest} (default) or {@code blank_only}
     * @param valueMap Waggle's values, and the CRM's value for each; empty if both have the same
     */
    @Introspected
    public record OfField(
            @NotBlank @Size(max = 100) String waggle,
            @NotBlank @Size(max = 100) String remote,
            Direction direction,
            @Nullable Direction createDirection,
            Wins wins,

            @Size(max = 100) Map<@Size(max = 200) String, @NotBlank @Size(max = 200) String> valueMap) {
        public OfField {
            direction = Objects.requireNonNullElse(direction, Direction.BOTH);
            wins = Objects.requireNonNullElse(wins, Wins.LATEST);
            valueMap = Objects.requireNonNullElse(valueMap, Map.of());
        }

        static OfField of(String waggle, String remote) {
            return new OfField(waggle, remote, Direction.BOTH, null, Wins.LATEST, Map.of());
        }

        static OfField toCrm(String waggle, String remote) {
            return new OfField(waggle, remote, Direction.TO_CRM, null, Wins.LATEST, Map.of());
        }

        private boolean travelsToCrmOnly() {
            return direction == Direction.TO_CRM && (createDirection == null || createDirection == Direction.TO_CRM);
        }

        private FieldRule rule(SyncedResource resource) {
            var form = resource.form(waggle).orElse(Form.TEXT);
            return new FieldRule(
                    waggle,
                    remote,
                    form,
                    form == Form.NUMBER ? SCALE : 0,
                    Objects.requireNonNullElse(createDirection, direction),
                    direction,
                    wins,
                    valueMap);
        }
    }

    /** The mapping of a resource, if the connection has one. */
    public Optional<OfResource> of(SyncedResource resource) {
        return mappings.stream().filter(one -> one.resource() == resource).findFirst();
    }

    /** The faults that need no look at the CRM. */
    public List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        var resources = new HashSet<SyncedResource>();
        if (mappings == null) {
            return faults;
        }
        for (var i = 0; i < mappings.size(); i++) {
            var mapping = mappings.get(i);
            // The bean validation reports what is missing.
            if (mapping != null && mapping.resource() != null && mapping.fields() != null) {
                var path = "mappings[" + i + "].";
                if (!resources.add(mapping.resource())) {
                    faults.add(new Fault(path + "resource", "has a mapping already"));
                }
                addFaults(mapping, path, faults);
            }
        }
        return faults;
    }

    private static void addFaults(OfResource mapping, String path, List<Fault> faults) {
        var known = new HashSet<String>();
        var remote = new HashSet<String>();
        for (var i = 0; i < mapping.fields().size(); i++) {
            var field = mapping.fields().get(i);
            if (field == null || field.waggle() == null) {
                continue;
            }
            var place = path + "fields[" + i + "].";
            if (mapping.resource().form(field.waggle()).isEmpty()) {
                var names = String.join(", ", mapping.resource().fields());
                faults.add(new Fault(place + "waggle", "must name a field that can be mapped: " + names));
            } else if (!known.add(field.waggle())) {
                faults.add(new Fault(place + "waggle", "is mapped already"));
            }
            if (field.waggle().equals(SyncedResource.FULL_NAME) && !field.travelsToCrmOnly()) {
                faults.add(new Fault(place + "direction", "is read-only in Waggle; it must be to_crm"));
            }
            if (field.remote() != null && !remote.add(field.remote())) {
                faults.add(new Fault(place + "remote", "is mapped already"));
            }
        }
        for (var i = 0; i < mapping.match().size(); i++) {
            var name = mapping.match().get(i);
            if (name != null && !known.contains(name)) {
                faults.add(new Fault(path + "match[" + i + "]", "must be the name of a mapped field"));
            }
        }
    }
}
