package waggle.webhooks;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.catalogue.Catalogue;
import waggle.model.customfields.CustomFieldValues;
import waggle.model.declaration.Filter;
import waggle.model.declaration.Records;
import waggle.model.declaration.Resource;
import waggle.model.events.EventTypes;
import waggle.model.json.JsonFields;
import waggle.model.webhooks.WebhookEndpoint;

/**
 * Compares the fields of an endpoint with those of the records that its event types are about.
 *
 * @param names the fields, none of them null
 * @param resources of the event types
 */
record EndpointFields(List<String> names, List<Resource<?>> resources) {
    private static final String CUSTOM = CustomFieldValues.FIELD + ".";

    static EndpointFields of(WebhookEndpoint endpoint) {
        // The bean validation reports missing types and names.
        var types = Objects.requireNonNullElse(endpoint.eventTypes(), List.<String>of());
        var resources = Catalogue.resources().stream()
                .filter(resource -> resource.events().stream().anyMatch(type -> isSelected(types, type)))
                .toList();
        return new EndpointFields(endpoint.fields(), List.copyOf(resources));
    }

    private static boolean isSelected(List<String> patterns, String type) {
        return patterns.stream().anyMatch(pattern -> pattern != null && EventTypes.matches(pattern, type));
    }

    /** The faults of the names, except unknown keys of custom fields. */
    List<Fault> faults() {
        var known = resources.stream().flatMap(EndpointFields::namesOf).collect(Collectors.toCollection(TreeSet::new));
        var hasCustomFields = resources.stream().anyMatch(EndpointFields::hasCustomFields);
        var expected = "must be a field of the records of these event types"
                + (known.isEmpty() ? "" : ", like " + known.first());
        return faults(name -> name.startsWith(CUSTOM) ? hasCustomFields : known.contains(name), expected);
    }

    /**
     * Checks the keys of custom fields.
     *
     * @throws WaggleException if a company has no such custom field
     */
    void requireKeys(Records records) {
        if (names.stream().anyMatch(name -> name.startsWith(CUSTOM))) {
            var keys = resources.stream()
                    .filter(EndpointFields::hasCustomFields)
                    .flatMap(resource -> resource.rules().filterKeys(records).keySet().stream())
                    .map(CUSTOM::concat)
                    .collect(Collectors.toSet());
            var faults = faults(name -> !name.startsWith(CUSTOM) || keys.contains(name), "is not a known custom field");
            if (!faults.isEmpty()) {
                throw WaggleException.invalid(faults);
            }
        }
    }

    private List<Fault> faults(Predicate<String> isKnown, String message) {
        return IntStream.range(0, names.size())
                .filter(i -> names.get(i) != null && !isKnown.test(names.get(i)))
                .mapToObj(i -> new Fault("fields[" + i + "]", message))
                .toList();
    }

    private static Stream<String> namesOf(Resource<?> resource) {
        return Stream.concat(
                Stream.of(resource.shape().getRecordComponents()).map(JsonFields::nameOf),
                resource.fields().contributed().stream());
    }

    private static boolean hasCustomFields(Resource<?> resource) {
        return resource.rules().filters().stream().map(Filter::field).anyMatch(CustomFieldValues.FIELD::equals);
    }
}
