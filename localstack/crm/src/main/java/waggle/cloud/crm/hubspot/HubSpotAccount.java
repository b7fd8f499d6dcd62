package waggle.cloud.crm.hubspot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The data of the fake: records, properties, pipelines and owners. Public methods are edits as people make them. */
public final class HubSpotAccount {
    private static final List<String> TYPES = List.of("companies", "contacts", "deals");

    private final Clock clock;
    private final Map<String, TreeMap<Long, HubSpotRecord>> records = new LinkedHashMap<>();
    private final Map<String, Map<String, ObjectNode>> properties = new LinkedHashMap<>();
    private BiFunction<String, Map<String, String>, Map<String, String>> automation = (type, values) -> values;
    private long ids = 1_000;

    HubSpotAccount(Clock clock) {
        this.clock = clock;
        TYPES.forEach(type -> {
            records.put(type, new TreeMap<>());
            properties.put(type, new LinkedHashMap<>());
        });
        define("companies", "name", "domain", "phone", "website", "description", "country", "city");
        define("contacts", "email", "firstname", "lastname", "jobtitle", "phone");
        define("deals", "dealname", "amount", "dealstage", "pipeline", "closedate");
        define("companies", "hs_lastmodifieddate").put("calculated", true);
    }

    private ObjectNode define(String type, String... names) {
        var property = JsonNodeFactory.instance.objectNode();
        for (var name : names) {
            property = property(name, "string");
            property(type, property);
        }
        return property;
    }

    private SortedMap<Long, HubSpotRecord> of(String type) {
        return Objects.requireNonNull(records.get(type));
    }

    private HubSpotRecord known(String type, String id) {
        return Objects.requireNonNull(of(type).get(Long.valueOf(id)));
    }

    private static ObjectNode property(String name, String kind) {
        var property = JsonNodeFactory.instance.objectNode().put("name", name).put("label", name);
        property.put("type", kind)
                .put("fieldType", "text")
                .put("hasUniqueValue", false)
                .put("calculated", false);
        property.putArray("options");
        property.putObject("modificationMetadata").put("readOnlyValue", false);
        return property;
    }

    /** Sets what a workflow makes of the values of each written record. */
    public synchronized void automate(BiFunction<String, Map<String, String>, Map<String, String>> workflow) {
        automation = workflow;
    }

    /** Adds a record, and returns its identifier. */
    public synchronized String add(String type, Map<String, String> values) {
        return Long.toString(create(type, values).id());
    }

    /** Changes a record; {@code ""} clears a value. */
    public synchronized void edit(String type, String id, Map<String, String> values) {
        store(type, known(type, id).with(values, now()));
    }

    /** Merges a record into another, which keeps its own identifier. */
    public synchronized void merge(String type, String loser, String winner) {
        store(type, known(type, loser).mergedAt(now(), Long.parseLong(winner)));
        edit(type, winner, Map.of());
    }

    public synchronized void archive(String type, String id) {
        find(type, Long.parseLong(id))
                .filter(record -> !record.archived())
                .ifPresent(record -> store(type, record.archivedAt(now())));
    }

    /** The number of records that are not archived. */
    public synchronized int count(String type) {
        return (int) live(type).count();
    }

    /** The identifiers of the records that are not archived. */
    public synchronized List<String> ids(String type) {
        return live(type).map(record -> Long.toString(record.id())).toList();
    }

    /** The value of a record; {@code ""} if it has none. */
    public synchronized String value(String type, String id, String property) {
        return find(type, Long.parseLong(id))
                .flatMap(record -> Optional.ofNullable(record.value(type, property)))
                .orElse("");
    }

    boolean has(String type) {
        return records.containsKey(type);
    }

    Map<String, ObjectNode> properties(String type) {
        return Objects.requireNonNull(properties.get(type));
    }

    void property(String type, ObjectNode property) {
        properties(type).put(property.path("name").asText(), property);
    }

    Stream<HubSpotRecord> live(String type) {
        return of(type).values().stream().filter(record -> !record.archived());
    }

    Stream<HubSpotRecord> archived(String type) {
        return of(type).values().stream().filter(HubSpotRecord::archived);
    }

    /** A record, or the one that it was merged into. */
    Optional<HubSpotRecord> find(String type, long id) {
        var found = Optional.ofNullable(of(type).get(id));
        var winner = found.map(HubSpotRecord::mergedInto);
        return winner.isPresent() ? find(type, winner.get()) : found;
    }

    Optional<HubSpotRecord> findBy(String type, String property, String value) {
        return property.equals("hs_object_id")
                ? find(type, Long.parseLong(value))
                : live(type)
                        .filter(record ->
                                value.equalsIgnoreCase(record.properties().get(property)))
                        .findFirst();
    }

    HubSpotRecord create(String type, Map<String, String> values) {
        var now = now();
        var empty = new HubSpotRecord(++ids, now, now, false, null, Map.of());
        return store(type, empty.with(written(type, values), now));
    }

    HubSpotRecord update(String type, HubSpotRecord before, Map<String, String> values) {
        var all = new TreeMap<>(before.properties());
        all.putAll(values);
        return store(type, before.with(written(type, all), now()));
    }

    /** The CRM lower-cases e-mail addresses and domains, then its workflows run. */
    private Map<String, String> written(String type, Map<String, String> values) {
        var normal = new TreeMap<>(values);
        normal.computeIfPresent("domain", (name, value) -> value.toLowerCase(Locale.ROOT));
        normal.computeIfPresent("email", (name, value) -> value.toLowerCase(Locale.ROOT));
        return automation.apply(type, normal);
    }

    private HubSpotRecord store(String type, HubSpotRecord record) {
        of(type).put(record.id(), record);
        return record;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
