package waggle.crm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import waggle.model.Fault;
import waggle.model.crm.mapping.CrmMapping;
import waggle.model.crm.mapping.CrmMapping.OfField;
import waggle.model.crm.mapping.CrmMapping.OfResource;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.merge.Direction;
import waggle.model.crm.merge.Form;
import waggle.model.crm.port.RemoteField;
import waggle.model.crm.port.RemoteStage;

/** Compares mappings with what the account of the CRM has. */
final class MappingCheck {
    private static final Set<RemoteField.Type> TEXTS =
            Set.of(RemoteField.Type.TEXT, RemoteField.Type.OPTION, RemoteField.Type.OTHER);
    private static final Map<Form, Set<RemoteField.Type>> TYPES = Map.of(
            Form.NUMBER,
            Set.of(RemoteField.Type.NUMBER, RemoteField.Type.TEXT),
            Form.DATE,
            Set.of(RemoteField.Type.DATE, RemoteField.Type.TIME),
            Form.TIME,
            Set.of(RemoteField.Type.TIME),
            Form.FLAG,
            Set.of(RemoteField.Type.BOOLEAN, RemoteField.Type.OPTION, RemoteField.Type.TEXT));

    /** References and mapped values have the CRM's own form. */
    private static final Set<String> REFERENCES = Set.of(
            SyncedResource.PARENT,
            SyncedResource.LEAD_OF_NOTE,
            SyncedResource.DEAL_OF_NOTE,
            SyncedResource.PARTNER_OR_DEAL,
            SyncedResource.OWNER,
            SyncedResource.STAGE,
            SyncedResource.PHASE);

    private final CrmSchema schema;
    private final Map<SyncedResource, Map<String, Form>> custom;
    private final List<Fault> faults = new ArrayList<>();

    /** @param custom what the custom fields of the mapped resources hold */
    MappingCheck(CrmSchema schema, Map<SyncedResource, Map<String, Form>> custom) {
        this.schema = schema;
        this.custom = custom;
    }

    List<Fault> faults(CrmMapping mapping) {
        for (var i = 0; i < mapping.mappings().size(); i++) {
            var of = mapping.mappings().get(i);
            var place = "mappings[" + i + "].";
            schema.objects().stream()
                    .filter(known -> known.name().equals(of.object()))
                    .findFirst()
                    .ifPresentOrElse(object -> check(of, object, place), () -> {
                        var names = schema.objects().stream()
                                .map(CrmSchema.RemoteKind::name)
                                .toList();
                        add(place + "object", "must name an object of the CRM: " + String.join(", ", names));
                    });
        }
        return faults;
    }

    private void add(String field, String message) {
        faults.add(new Fault(field, message));
    }

    private void check(OfResource of, CrmSchema.RemoteKind object, String place) {
        for (var i = 0; i < of.fields().size(); i++) {
            var field = of.fields().get(i);
            var at = place + "fields[" + i + "].";
            var remote = remote(object, field.remote());
            fault(of, field, remote).ifPresent(message -> add(at + "remote", message));
            if (SyncedResource.isCustom(field.waggle()) && !forms(of).containsKey(field.waggle())) {
                add(at + "waggle", "must be a custom field of one value that the company has for this resource");
            }
            var values = values(object, field, remote);
            if (!values.isEmpty() && !values.containsAll(field.valueMap().values())) {
                add(
                        at + "value_map",
                        "must have values of the CRM, like "
                                + values.stream().sorted().findFirst().orElseThrow());
            }
        }
        for (var i = 0; i < of.match().size(); i++) {
            var at = place + "match[" + i + "]";
            remoteName(of, of.match().get(i))
                    .flatMap(name -> remote(object, name))
                    .filter(remote -> !remote.searchable())
                    .ifPresent(remote -> add(
                            at,
                            "must be a field that the CRM can search for; it finds no records by " + remote.name()));
        }
        of.remoteFilter().keySet().stream()
                .filter(name -> remote(object, name).isEmpty())
                .forEach(name -> add(place + "remote_filter." + name, "must be a field of " + of.object()));
    }

    private Map<String, Form> forms(OfResource of) {
        return custom.getOrDefault(of.resource(), Map.of());
    }

    private static Optional<RemoteField> remote(CrmSchema.RemoteKind object, String name) {
        return object.fields().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private static Optional<String> remoteName(OfResource of, String waggle) {
        return of.fields().stream()
                .filter(field -> field.waggle().equals(waggle))
                .map(OfField::remote)
                .findFirst();
    }

    /** The values that the field accepts; none if it accepts any. */
    private static Set<String> values(CrmSchema.RemoteKind object, OfField field, Optional<RemoteField> remote) {
        var values = new HashSet<>(remote.map(RemoteField::options).orElse(List.of()));
        if (remote.filter(RemoteField::stage).isPresent()) {
            object.stages().stream().map(RemoteStage::id).forEach(values::add);
        }
        return field.valueMap().isEmpty() ? Set.of() : values;
    }

    private Optional<String> fault(OfResource of, OfField field, Optional<RemoteField> remote) {
        if (remote.isEmpty()) {
            return Optional.of(
                    "must be a field of %s; GET /v1/crm-connections/{uuid}/schema lists them".formatted(of.object()));
        }
        if (!remote.get().writable() && writes(field)) {
            return Optional.of("is read-only in the CRM; its direction must be from_crm");
        }
        var form = forms(of)
                .getOrDefault(field.waggle(), of.resource().form(field.waggle()).orElse(Form.TEXT));
        var isOfAnyType =
                REFERENCES.contains(field.waggle()) || !field.valueMap().isEmpty();
        return isOfAnyType
                        || TYPES.getOrDefault(form, TEXTS).contains(remote.get().type())
                ? Optional.empty()
                : Optional.of(
                        "must be a field of another type than " + remote.get().type());
    }

    private static boolean writes(OfField field) {
        return field.direction() != Direction.FROM_CRM
                || (field.createDirection() != null && field.createDirection() != Direction.FROM_CRM);
    }
}
