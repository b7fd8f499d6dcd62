package waggle.model.crm.stored;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import waggle.model.Actor;
import waggle.model.crm.merge.FieldRule;
import waggle.model.crm.port.RemoteRecord;
import waggle.model.crm.sync.ObjectMapping;
import waggle.model.lists.Condition;
import waggle.model.lists.ListRequest;
import waggle.model.paging.PageRequest;
import waggle.model.store.Store;

/**
 * The records of Waggle with a value in a match field. A list reads the facets of all records, so the values of a page of the
 * CRM are looked for together: the cost of a whole account would grow with the square of its size.
 */
final class Matches {
    /** As many as a person can choose from. */
    private static final int MOST = 10;

    private static final PageRequest ANY = new PageRequest(1, MOST);

    private final Store<?> store;
    private final Actor actor;
    private final ObjectMapping mapping;
    private final List<RemoteRecord> page;
    private final Map<String, Map<String, List<UUID>>> known = new HashMap<>();

    /** @param page the records that are looked at; empty for values that are looked for one by one */
    Matches(Store<?> store, Actor actor, ObjectMapping mapping, List<RemoteRecord> page) {
        this.store = store;
        this.actor = actor;
        this.mapping = mapping;
        this.page = page;
    }

    /** The first records with a value. */
    List<UUID> of(String field, String value) {
        var found = known.computeIfAbsent(field, name -> found(name, values(name)));
        return found.containsKey(value)
                ? found.getOrDefault(value, List.of())
                : found(field, Set.of(value)).getOrDefault(value, List.of());
    }

    /** The values that the records of the page have in a field. */
    private Set<String> values(String field) {
        return mapping.fields().stream()
                .filter(rule -> rule.waggle().equals(field))
                .map(FieldRule::remote)
                .flatMap(remote -> page.stream().map(record -> record.fields().getOrDefault(remote, "")))
                .filter(value -> !value.isBlank())
                .collect(Collectors.toSet());
    }

    private Map<String, List<UUID>> found(String field, Set<String> values) {
        var found = new HashMap<String, List<UUID>>();
        values.forEach(value -> found.put(value, new ArrayList<>()));
        if (!values.isEmpty()) {
            var request = ListRequest.all(ANY).and(List.of(new Condition.AnyOf(field, values)));
            store.scan(actor)
                    .visit(
                            request,
                            (uuid, facets) -> facets.anyValue(field, value -> {
                                var records = found.get(value);
                                if (records != null && records.size() < MOST) {
                                    records.add(uuid);
                                }
                                return false;
                            }));
        }
        return found;
    }
}
