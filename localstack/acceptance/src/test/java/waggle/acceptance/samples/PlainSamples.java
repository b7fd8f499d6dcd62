package waggle.acceptance.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import waggle.acceptance.cloud.LocalCloud;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.declaration.Resource;
import waggle.model.json.JsonFields;

/**
 * The samples of plain resources, derived from their declarations and their payloads in {@code events/webhooks}:
 * records with a unique title and without references.
 */
final class PlainSamples {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PlainSamples() {}

    /** The samples of resources without an entry in {@link Samples}. */
    static Stream<Sample> besides(List<Sample> told) {
        var names = told.stream().map(Sample::name).collect(Collectors.toSet());
        return Stream.of(ResourceGroup.values())
                .flatMap(group -> group.resources().stream())
                .filter(Resource::hasEvents)
                .filter(resource -> !names.contains(resource.name()))
                .filter(resource -> resource.nesting().isEmpty())
                .map(PlainSamples::of);
    }

    private static Sample of(Resource<?> resource) {
        var title = resource.uniques().getFirst().field();
        var all = record(resource, "created").put(title, "Platinum %s");
        var least = all.deepCopy().retain(required(resource)).put(title, "Gold %s");
        var change = record(resource, "updated").retain(changed(resource));
        if (change.has(title)) {
            change.put(title, "Silver %s");
        }
        return new Sample(
                resource.name(),
                "/" + resource.path(),
                least.toString(),
                all.toString(),
                change.toString(),
                "{}",
                queries(resource, all),
                Set.copyOf(resource.fields().counts()));
    }

    /** The writable fields of a payload's record. */
    private static ObjectNode record(Resource<?> resource, String what) {
        return ((ObjectNode) read(resource, what).at("/data/object"))
                .remove(Sample.BOOKKEEPING)
                .remove(resource.fields().counts());
    }

    private static Set<String> changed(Resource<?> resource) {
        return read(resource, "updated").at("/data/previous").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<String> required(Resource<?> resource) {
        return Stream.of(resource.shape().getRecordComponents())
                .filter(field -> field.getAccessor().isAnnotationPresent(NotBlank.class)
                        || field.getAccessor().isAnnotationPresent(NotNull.class))
                .map(JsonFields::nameOf)
                .collect(Collectors.toSet());
    }

    private static List<String> queries(Resource<?> resource, JsonNode all) {
        var filters = resource.listing().filters().stream()
                .map(filter -> filter.parameter() + "=" + encoded(all.path(filter.field())));
        var search = resource.listing().searched().stream().limit(1).map(field -> "search=platinum");
        return Stream.concat(filters, search).toList();
    }

    private static String encoded(JsonNode value) {
        return URLEncoder.encode(value.asText(), StandardCharsets.UTF_8);
    }

    private static JsonNode read(Resource<?> resource, String what) {
        try {
            var file = resource.name() + "." + what + ".json";
            return JSON.readTree(LocalCloud.checkout()
                    .resolve("events/webhooks")
                    .resolve(file)
                    .toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
