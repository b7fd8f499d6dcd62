package waggle.bench.memory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import waggle.model.catalogue.Catalogue;
import waggle.model.declaration.Resource;
import waggle.model.json.Json;
import waggle.model.lists.Condition;
import waggle.model.lists.ListRequest;
import waggle.model.lists.Sorting;
import waggle.model.lists.TimeSpan;
import waggle.model.paging.PageRequest;

/** The kinds of records whose lists come from memory, with their samples. */
record Kinds(Path root) {
    List<Resource<?>> all() {
        return Catalogue.resources().stream()
                .filter(resource -> resource.hasEvents()
                        && resource.nesting().isEmpty()
                        && resource.storing().isCounted()
                        && !resource.storing().isLog())
                .toList();
    }

    Resource<?> named(String name) {
        return all().stream()
                .filter(resource -> resource.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The record of the sample of an event. */
    ObjectNode sample(Resource<?> resource) throws IOException {
        var file = root.resolve("events/webhooks").resolve(resource.name() + ".created.json");
        return (ObjectNode)
                Json.mapper().readTree(file.toFile()).required("data").required("object");
    }

    /** A list that every record satisfies, sorted by the first field that records have. */
    static ListRequest sorted(Resource<?> resource) {
        return request(resource, List.of());
    }

    /** The same with a search, if the kind has one. */
    static ListRequest searched(Resource<?> resource) {
        var searched = resource.listing().searched();
        return request(
                resource, searched.isEmpty() ? List.of() : List.of(new Condition.Search(searched, List.of("77"))));
    }

    private static ListRequest request(Resource<?> resource, List<Condition> conditions) {
        var order = Stream.concat(
                        resource.listing().sortable().stream()
                                .filter(field -> resource.expansion(field).isEmpty())
                                .limit(1),
                        Stream.of("created_at"))
                .map(field -> new Sorting(field, true))
                .toList();
        return new ListRequest(new PageRequest(1, 10), TimeSpan.ALWAYS, conditions, order);
    }
}
