package waggle.cloud.crm.fake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The records of an account. The methods that change records change them as people do in the CRM; those that create and update are
 * the API's.
 */
public abstract class FakeAccount {
    private final Clock clock;
    private final ChronoUnit precision;
    private final Map<String, Map<String, FakeRecord>> records = new LinkedHashMap<>();
    private BiFunction<String, Map<String, String>, Map<String, String>> automation = (type, values) -> values;
    private Predicate<Map<String, String>> refused = values -> false;
    private final Set<String> lacking = new HashSet<>();
    private int page = Integer.MAX_VALUE;
    private Runnable afterPage = () -> {};
    private Duration lag = Duration.ZERO;
    private long numbers = 1_000;
    private long account = 4_711;

    /** @param precision of the times that the provider tells */
    protected FakeAccount(Clock clock, ChronoUnit precision, List<String> types) {
        this.clock = clock;
        this.precision = precision;
        types.forEach(type -> records.put(type, new LinkedHashMap<>()));
    }

    /** The identifier of a new record. */
    protected abstract String id(String type, long number);

    /** The values as the provider stores them: in lower case, cut, rounded. */
    protected abstract Map<String, String> stored(String type, Map<String, String> values);

    /** The values that a record takes over from another one that is merged into it. */
    protected Map<String, String> merged(FakeRecord loser, FakeRecord winner) {
        return Map.of();
    }

    /** The identifier of the account, where the provider has numbers for accounts. */
    public final synchronized long account() {
        return account;
    }

    /** Makes the credentials belong to another account. */
    public final synchronized void account(long number) {
        account = number;
    }

    /** Sets what a workflow makes of the values of each record that the API writes. */
    public final synchronized void automate(BiFunction<String, Map<String, String>, Map<String, String>> workflow) {
        automation = workflow;
    }

    /** Sets the rule by which an administrator lets the API refuse values. */
    public final synchronized void refuse(Predicate<Map<String, String>> rule) {
        refused = rule;
    }

    /** Whether the rule of an administrator refuses values. */
    public final boolean isRefused(Map<String, String> values) {
        return refused.test(values);
    }

    /** Takes away a field that an administrator makes. */
    public final synchronized void lack(String type, String field) {
        lacking.add(type + "." + field);
    }

    /** Makes a field that was lacking. */
    public final synchronized void makeField(String type, String field) {
        lacking.remove(type + "." + field);
    }

    /** Whether nobody has made a field. */
    public final boolean lacks(String type, String field) {
        return lacking.contains(type + "." + field);
    }

    /** Sets the most records of a page: a provider may always send fewer than a call asks for. */
    public final synchronized void pages(int most) {
        page = most;
    }

    /** The records of a page for which a call asks, or fewer. */
    public final int page(int asked) {
        return Math.min(page, asked);
    }

    /** Sets what happens in the CRM after each page of a list or a search. */
    public final synchronized void afterPage(Runnable change) {
        afterPage = change;
    }

    /** Tells that a page was read. */
    public final synchronized void pageIsRead() {
        afterPage.run();
    }

    /** Sets the time for which searches do not find a record after each change of it. */
    public final synchronized void lag(Duration time) {
        lag = time;
    }

    /** Adds a record, and returns its identifier. */
    public final synchronized String add(String type, Map<String, String> values) {
        return create(type, values).id();
    }

    /** Changes a record; {@code ""} clears a value. */
    public final synchronized void edit(String type, String id, Map<String, String> values) {
        edit(type, id, values, clock.instant());
    }

    /** Changes a record by a transaction that began earlier, so that it tells an older time of change. */
    public final synchronized void edit(String type, String id, Map<String, String> values, Instant began) {
        store(type, known(type, id).with(values, began.truncatedTo(precision), clock.instant()));
    }

    /** Merges a record into another, which keeps its own identifier. */
    public final synchronized void merge(String type, String loser, String winner) {
        var kept = merged(known(type, loser), known(type, winner));
        store(type, known(type, loser).deletedAt(now(), clock.instant(), winner));
        edit(type, winner, kept);
    }

    /** Deletes or archives a record; nothing happens if it is deleted already. */
    public final synchronized void delete(String type, String id) {
        found(type, id)
                .filter(record -> !record.deleted())
                .ifPresent(record -> store(type, record.deletedAt(now(), clock.instant(), null)));
    }

    /** The number of records that are not deleted. */
    public final synchronized int count(String type) {
        return (int) live(type).count();
    }

    /** The identifiers of the records that are not deleted. */
    public final synchronized List<String> ids(String type) {
        return live(type).map(FakeRecord::id).toList();
    }

    /** The value of a record; {@code ""} if it has none. */
    public final synchronized String value(String type, String id, String field) {
        return found(type, id).map(record -> record.value(field)).orElse("");
    }

    public final boolean has(String type) {
        return records.containsKey(type);
    }

    /** The records of a type, deleted ones too, in the order of their creation. */
    public final Stream<FakeRecord> all(String type) {
        return of(type).values().stream();
    }

    public final Stream<FakeRecord> live(String type) {
        return all(type).filter(record -> !record.deleted());
    }

    /** The records that a search may find. */
    public final Stream<FakeRecord> indexed(String type) {
        var until = clock.instant().minus(lag);
        return live(type).filter(record -> !record.committedAt().isAfter(until));
    }

    /** The record of an identifier, deleted or not. */
    public final Optional<FakeRecord> found(String type, String id) {
        return Optional.ofNullable(of(type).get(id));
    }

    /** The record that has a value, whatever its case. */
    public final Optional<FakeRecord> havingValue(String type, String field, String value) {
        return live(type)
                .filter(record -> value.equalsIgnoreCase(record.value(field)))
                .findFirst();
    }

    public final FakeRecord create(String type, Map<String, String> values) {
        var id = id(type, ++numbers);
        var empty = new FakeRecord(id, numbers, now(), now(), clock.instant(), false, null, Map.of());
        return store(type, empty.with(written(type, values), now(), clock.instant()));
    }

    public final FakeRecord update(String type, FakeRecord before, Map<String, String> values) {
        var all = new TreeMap<>(before.values());
        all.putAll(values);
        return store(type, before.with(written(type, all), now(), clock.instant()));
    }

    private Map<String, String> written(String type, Map<String, String> values) {
        return automation.apply(type, stored(type, values));
    }

    private FakeRecord store(String type, FakeRecord record) {
        of(type).put(record.id(), record);
        return record;
    }

    private FakeRecord known(String type, String id) {
        return found(type, id).orElseThrow();
    }

    private Map<String, FakeRecord> of(String type) {
        return Objects.requireNonNull(records.get(type));
    }

    private Instant now() {
        return clock.instant().truncatedTo(precision);
    }
}
