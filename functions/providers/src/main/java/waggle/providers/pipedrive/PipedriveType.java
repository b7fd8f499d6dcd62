package waggle.providers.pipedrive;

import java.util.List;
import java.util.Map;
import java.util.Set;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.CrmFailure.Details;
import waggle.model.crm.port.CrmFailure.Kind;

/**
 * A kind of record.
 *
 * @param plural its name in paths
 * @param fieldList the name of its list of fields
 * @param writable the standard fields that can be written
 * @param searched the standard fields that a search looks into, with their names for it
 */
record PipedriveType(String plural, String fieldList, Set<String> writable, Map<String, String> searched) {
    static final PipedriveType DEALS = new PipedriveType(
            "deals",
            "dealFields",
            Set.of(
                    "title",
                    "value",
                    "currency",
                    "stage_id",
                    "pipeline_id",
                    "status",
                    "org_id",
                    "person_id",
                    "owner_id",
                    "expected_close_date",
                    "lost_reason"),
            Map.of("title", "title"));

    private static final List<PipedriveType> ALL = List.of(
            new PipedriveType(
                    "organizations",
                    "organizationFields",
                    Set.of("name", "owner_id", "website", "linkedin", "annual_revenue", "employee_count"),
                    Map.of("name", "name")),
            new PipedriveType(
                    "persons",
                    "personFields",
                    Set.of("name", "first_name", "last_name", "emails", "phones", "org_id", "owner_id"),
                    Map.of("name", "name", "emails", "email", "phones", "phone")),
            DEALS);

    static PipedriveType of(String object) {
        return ALL.stream()
                .filter(type -> type.plural().equals(object))
                .findFirst()
                .orElseThrow(() -> new CrmFailure(
                        Kind.FIX,
                        "The object must be organizations, persons, deals or notes, not " + object,
                        Details.NONE));
    }

    String path() {
        return "/api/v2/" + plural;
    }

    String fields() {
        return "/api/v2/" + fieldList;
    }
}
