package waggle.crm.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import waggle.http.query.ListQuery;
import waggle.http.request.Parameters;
import waggle.http.request.Query;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.crm.mapping.CrmMapping.OfResource;
import waggle.model.declaration.Records;
import waggle.model.declaration.Resource;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;
import waggle.model.lists.Condition;
import waggle.model.lists.StoredFacets;

/** The filter of a mapping, in the terms of the list of its resource. */
public record RecordFilter(Resource<?> resource, List<Condition> conditions) {
    /** Parameters that page and sort a list, or that are no conditions on a record alone. */
    private static final Set<String> OF_LISTS = Set.of("page", "pageSize", "sort", "created_after", "created_before");

    /**
     * The filter of a mapping.
     *
     * @throws WaggleException with a fault for each parameter that is none of the list's filters
     */
    public static RecordFilter of(OfResource mapping, Records records) {
        var resource = mapping.resource().resource();
        return new RecordFilter(resource, conditions(resource, mapping.filter(), records));
    }

    private static List<Condition> conditions(Resource<?> resource, Map<String, String> filter, Records records) {
        var others =
                filter.keySet().stream().filter(OF_LISTS::contains).sorted().toList();
        if (!others.isEmpty()) {
            throw WaggleException.invalid(others.stream()
                    .map(name -> new Fault(name, "must be a filter of the list, like status"))
                    .toList());
        }
        var values = filter.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
        var parameters = new Parameters(new Query(values, Scopes.of(Scope.READ)));
        var request = new ListQuery(parameters, resource, () -> resource.rules().filterKeys(records)).read(Set.of());
        parameters.finish();
        return request.conditions();
    }

    /** Tests records as they are stored. */
    public Predicate<UUID> over(Records records) {
        return conditions.isEmpty()
                ? uuid -> true
                : uuid -> records.item(resource, uuid).map(StoredFacets::new).stream()
                        .anyMatch(facets -> conditions.stream().allMatch(condition -> condition.holdsFor(facets)));
    }
}
