package waggle.crm.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.crm.mapping.CrmMapping;
import waggle.model.crm.mapping.CrmMapping.OfField;
import waggle.model.crm.mapping.CrmMapping.OfResource;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.declaration.Records;
import waggle.model.stages.Stage;

/** The faults of mappings that the records of the company tell: filters that the lists do not have, and unknown stages. */
public final class FilterFaults {
    private static final List<String> PHASES = Stage.Kind.DEAL.phases().stream()
            .map(phase -> phase.name().toLowerCase(Locale.ROOT))
            .toList();

    private FilterFaults() {}

    public static List<Fault> of(CrmMapping mapping, Records records) {
        var faults = new ArrayList<Fault>();
        for (var i = 0; i < mapping.mappings().size(); i++) {
            var of = mapping.mappings().get(i);
            var place = "mappings[" + i + "].";
            try {
                RecordFilter.of(of, records);
            } catch (WaggleException invalid) {
                invalid.faults()
                        .forEach(fault -> faults.add(new Fault(place + "filter." + fault.field(), fault.message())));
            }
            stages(of, place, records, faults);
        }
        return faults;
    }

    private static void stages(OfResource of, String place, Records records, List<Fault> faults) {
        for (var i = 0; i < of.fields().size(); i++) {
            var field = of.fields().get(i);
            if (field.waggle().equals(SyncedResource.STAGE)
                    && !stages(of, records).containsAll(keys(field))) {
                faults.add(new Fault(
                        place + "fields[" + i + "].value_map",
                        "must have uuids of stages of this resource as its keys"));
            } else if (field.waggle().equals(SyncedResource.PHASE)
                    && !PHASES.containsAll(field.valueMap().keySet())) {
                faults.add(new Fault(
                        place + "fields[" + i + "].value_map",
                        "must have phases of deals as its keys: " + String.join(", ", PHASES)));
            }
        }
    }

    private static Set<String> keys(OfField field) {
        return field.valueMap().keySet();
    }

    private static List<String> stages(OfResource of, Records records) {
        return records.all(Stage.RESOURCE).stream()
                .filter(stage ->
                        stage.value().kind().name().equals(of.resource().name()))
                .map(stage -> stage.uuid().toString())
                .toList();
    }
}
