package waggle.crm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import waggle.model.Fault;
import waggle.model.crm.mapping.CrmMapping;
import waggle.model.crm.mapping.CrmMapping.OfField;
import waggle.model.crm.mapping.CrmMapping.OfResource;
import waggle.model.crm.merge.Direction;
import waggle.model.crm.merge.Form;
import waggle.model.crm.port.RemoteField;

/** Compares mappings with what the account of the CRM has. */
record MappingCheck(CrmSchema schema) {
    private static final Set<RemoteField.Type> TEXTS =
            Set.of(RemoteField.Type.TEXT, RemoteField.Type.OPTION, RemoteField.Type.OTHER);
    private static final Map<Form, Set<RemoteField.Type>> TYPES = Map.of(
            Form.TEXT,
            TEXTS,
            Form.NAME,
            TEXTS,
            Form.URL,
            TEXTS,
            Form.NUMBER,
            Set.of(RemoteField.Type.NUMBER, RemoteField.Type.TEXT),
            Form.DATE,
            Set.of(RemoteField.Type.DATE, RemoteField.Type.TIME),
            Form.TIME,
            Set.of(RemoteField.Type.TIME));

    List<Fault> faults(CrmMapping mapping) {
        var faults = new ArrayList<Fault>();
        for (var i = 0; i < mapping.mappings().size(); i++) {
            var of = mapping.mappings().get(i);
            var place = "mappings[" + i + "].";
            var object = schema.objects().stream()
                    .filter(known -> known.name().equals(of.object()))
                    .findFirst();
            if (object.isEmpty()) {
                var names = schema.objects().stream()
                        .map(CrmSchema.RemoteKind::name)
                        .toList();
                faults.add(new Fault(place + "object", "must name an object of the CRM: " + String.join(", ", names)));
            } else {
                addFaults(of, object.get().fields(), place, faults);
            }
        }
        return faults;
    }

    private static void addFaults(OfResource of, List<RemoteField> known, String place, List<Fault> faults) {
        for (var i = 0; i < of.fields().size(); i++) {
            var field = of.fields().get(i);
            var at = place + "fields[" + i + "].";
            var remote = known.stream()
                    .filter(one -> one.name().equals(field.remote()))
                    .findFirst();
            fault(of, field, remote).ifPresent(message -> faults.add(new Fault(at + "remote", message)));
            var values = remote.map(RemoteField::options).orElse(List.of());
            if (!values.isEmpty() && !values.containsAll(field.valueMap().values())) {
                faults.add(new Fault(at + "value_map", "must have values of the CRM, like " + values.getFirst()));
            }
        }
    }

    private static Optional<String> fault(OfResource of, OfField field, Optional<RemoteField> remote) {
        if (remote.isEmpty()) {
            return Optional.of(
                    "must be a field of %s; GET /v1/crm-connections/{uuid}/schema lists them".formatted(of.object()));
        }
        if (!remote.get().writable() && writes(field)) {
            return Optional.of("is read-only in the CRM; its direction must be from_crm");
        }
        var form = of.resource().form(field.waggle()).orElse(Form.TEXT);
        return TYPES.getOrDefault(form, TEXTS).contains(remote.get().type())
                ? Optional.empty()
                : Optional.of(
                        "must be a field of another type than " + remote.get().type());
    }

    private static boolean writes(OfField field) {
        return field.direction() != Direction.FROM_CRM
                || (field.createDirection() != null && field.createDirection() != Direction.FROM_CRM);
    }
}
