package waggle.model.crm.mapping;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
     * @param filter the records of Waggle that may get a link, by the filters of their list, like
     *     {@code {"status":"accepted"}}; all if absent
     * @param remoteFilter the records of the CRM that may get a link, by values of their fields, like
     *     {@code {"lifecyclestage":"customer"}}; all if absent. Case does not matter
     * @param fields the mapped fields
     */
    @Introspected
    public record OfResource(
            @NotNull SyncedResource resource,
            @NotBlank @Size(max = 100) String object,
            @NotNull Direction creates,
            @Size(max = 5) List<@NotBlank @Size(max = 100) String> match,
            ObjectMapping.OnDelete onDelete,

            @Size(max = 10) SortedMap<@NotBlank @Size(max = 100) String, @NotBlank @Size(max = 1_000) String> filter,

            @Size(max = 10) SortedMap<@NotBlank @Size(max = 100) String, @NotNull @Size(max = 200) String> remoteFilter,

            @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid OfField> fields) {
        public OfResource {
            match = Objects.requireNonNullElse(match, List.of());
            onDelete = Objects.requireNonNullElse(onDelete, ObjectMapping.OnDelete.UNLINK);
            filter = Objects.requireNonNullElse(filter, Collections.emptySortedMap());
            remoteFilter = Objects.requireNonNullElse(remoteFilter, Collections.emptySortedMap());
        }

        /** A mapping of all records. */
        static OfResource of(
                SyncedResource resource, String object, Direction creates, List<String> match, List<OfField> fields) {
            return new OfResource(
                    resource,
                    object,
                    creates,
                    match,
                    ObjectMapping.OnDelete.UNLINK,
                    Collections.emptySortedMap(),
                    Collections.emptySortedMap(),
                    fields);
        }

        /** Whether a field of Waggle is mapped. */
        public boolean has(String field) {
            return fields.stream().anyMatch(one -> one.waggle().equals(field));
        }

        /** Whether a custom field is mapped. */
        public boolean hasCustom() {
            return fields.stream().anyMatch(one -> SyncedResource.isCustom(one.waggle()));
        }

        /**
         * The mapping as the synchronisation reads it.
         *
         * @param owners the CRM's identifiers of its active users, by their e-mail addresses
         * @param custom what custom fields hold, by the names of the fields
         */
        public ObjectMapping toObjectMapping(Map<String, String> owners, Map<String, Form> custom) {
            var rules = fields.stream()
                    // Without owners there is nothing to translate.
                    .filter(field -> !field.waggle().equals(SyncedResource.OWNER) || !owners.isEmpty())
                    .map(field -> field.rule(
                            custom.getOrDefault(
                                    field.waggle(),
                                    resource.form(field.waggle()).orElse(Form.TEXT)),
                            owners))
                    .toList();
            return new ObjectMapping(object, rules, match, creates, onDelete, remoteFilter);
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

            @Size(max = 100) SortedMap<@Size(max = 200) String, @NotBlank @Size(max = 200) String> valueMap) {
        public OfField {
            direction = Objects.requireNonNullElse(direction, Direction.BOTH);
            wins = Objects.requireNonNullElse(wins, Wins.LATEST);
            valueMap = Objects.requireNonNullElse(valueMap, Collections.emptySortedMap());
        }

        static OfField both(String waggle, String remote) {
            return new OfField(waggle, remote, Direction.BOTH, null, Wins.LATEST, Collections.emptySortedMap());
        }

        static OfField toCrm(String waggle, String remote) {
            return new OfField(waggle, remote, Direction.TO_CRM, null, Wins.LATEST, Collections.emptySortedMap());
        }

        static OfField fromCrm(String waggle, String remote) {
            return new OfField(waggle, remote, Direction.FROM_CRM, null, Wins.LATEST, Collections.emptySortedMap());
        }

        static OfField mapped(String waggle, String remote, Map<String, String> values) {
            return new OfField(waggle, remote, Direction.BOTH, null, Wins.LATEST, new TreeMap<>(values));
        }

        boolean travelsToCrmOnly() {
            return direction == Direction.TO_CRM && (createDirection == null || createDirection == Direction.TO_CRM);
        }

        private FieldRule rule(Form form, Map<String, String> owners) {
            return new FieldRule(
                    waggle,
                    remote,
                    form,
                    form == Form.NUMBER ? SCALE : 0,
                    Objects.requireNonNullElse(createDirection, direction),
                    direction,
                    wins,
                    waggle.equals(SyncedResource.OWNER) ? owners : valueMap);
        }
    }

    /** The mappings in the order in which records are synchronised: parents before their children. */
    public List<OfResource> inOrder() {
        return mappings.stream()
                .sorted(Comparator.comparing(OfResource::resource))
                .toList();
    }

    /** The mapping of a resource, if the connection has one. */
    public Optional<OfResource> of(SyncedResource resource) {
        return mappings.stream().filter(one -> one.resource() == resource).findFirst();
    }

    /** The faults that need no look at the CRM. */
    public List<Fault> faults() {
        return mappings == null ? List.of() : new MappingFaults(mappings).found();
    }
}
