package waggle.model.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.model.Refusals.assertRefused;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.LocalTable;
import waggle.model.Uuids;
import waggle.model.crm.hook.Hooks;
import waggle.model.declaration.Counters;
import waggle.model.declaration.Resource;
import waggle.model.idempotency.Answered;
import waggle.model.idempotency.IdempotencyRecords;
import waggle.model.idempotency.Once;
import waggle.model.keys.KeyStore;
import waggle.model.lists.FormerNames;
import waggle.model.migration.Migration;
import waggle.model.paging.Segments;
import waggle.model.records.Snapshot;
import waggle.model.status.Component;
import waggle.model.status.History;
import waggle.model.status.Share;
import waggle.model.status.StatusReads;
import waggle.model.table.ItemKey;
import waggle.model.table.NewTable;
import waggle.model.table.TableDesign;
import waggle.model.tags.Tag;
import waggle.model.webhooks.Delivery;

/**
 * Items that releases have stored, one of each kind, read by the code of now (docs/runbook.md, "Deployment and rollback").
 * The files are never changed: a release that stores an item otherwise adds a file, and reads both.
 */
class StoredItemsTest {
    /** Attributes beside the fields of a record. */
    private static final Set<String> BESIDE = Set.of(
            TableDesign.PARTITION_KEY,
            TableDesign.SCHEMA,
            TableDesign.FACETS,
            TableDesign.LISTED_AT,
            TableDesign.PARENT,
            TableDesign.TIME_TO_LIVE,
            TableDesign.DUE,
            TableDesign.DUE_AT,
            "moves");

    private final String table = "waggle-items-" + Uuids.next();

    StoredItemsTest() {
        NewTable.create(LocalTable.shared(), table);
        StoredItem.all().forEach(item -> put(item.attributes()));
    }

    /** With a later expiry, since the local table deletes what has expired. */
    private void put(Map<String, AttributeValue> item) {
        var kept = new HashMap<>(item);
        kept.replace(
                TableDesign.TIME_TO_LIVE,
                AttributeValue.fromN(
                        Long.toString(Instant.now().plusSeconds(3_600).getEpochSecond())));
        LocalTable.shared().putItem(put -> put.tableName(table).item(kept));
    }

    @Test
    void items_areOfEveryKind() {
        var stored = StoredItem.all().stream().map(StoredItem::kind).collect(Collectors.toSet());
        var keys = Arrays.stream(ItemKey.class.getDeclaredMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> method.getReturnType() == ItemKey.class)
                .map(Method::getName)
                .filter(name -> !name.equals("of"))
                .collect(Collectors.toSet());

        assertThat(stored).isEqualTo(keys);
    }

    static List<StoredItem> records() {
        return StoredItem.all().stream().filter(StoredItem::isRecord).toList();
    }

    @ParameterizedTest
    @MethodSource("records")
    void record_isReadAsItWasStored(StoredItem stored) {
        assertRead(resource(stored), stored.attributes());
    }

    private static Resource<?> resource(StoredItem stored) {
        return Stream.concat(Stream.of(Delivery.RESOURCE), Catalogue.resources().stream())
                .filter(resource -> resource.name().equals(stored.name()))
                .findFirst()
                .orElseThrow();
    }

    /** Fields of later releases may have a default. */
    private static <T> void assertRead(Resource<T> resource, Map<String, AttributeValue> stored) {
        var read = resource.schema().attributes(Snapshot.of(resource.schema().mapToItem(stored)));

        var kept = new HashMap<>(read);
        kept.keySet().retainAll(stored.keySet());
        assertThat(stored).containsAllEntriesOf(kept);
        var others = new HashSet<>(stored.keySet());
        others.removeAll(read.keySet());
        others.removeAll(BESIDE);
        others.removeIf(name -> name.startsWith(Counters.REFERENCES) || isSet(stored, name));
        assertThat(others).isEmpty();
    }

    /** Sets are no fields. */
    private static boolean isSet(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name)).hasSs();
    }

    @Test
    void migration_readsEveryRecord() {
        var progress = new Migration(LocalTable.shared(), table, Catalogue.resources()).run(step -> {});

        // The checkpoint among the items has read some already. Deliveries are no records of the API.
        assertThat(progress.read()).isEqualTo(records().size() - 1 + 7);
    }

    @Test
    void otherItems_haveTheMeaningThatTheyHad() {
        var tag = item("record", "tag");
        var tags = new Segments(LocalTable.shared(), table, text(tag, "pk"));
        assertThat(tags.ranks().total()).isEqualTo(1);
        var another = Tag.RESOURCE.schema().mapToItem(tag).value();
        assertRefused(ErrorCode.CONFLICT, () -> Catalogue.writes(LocalTable.shared(), table, Clock.systemUTC())
                .run(actor(tag), write -> write.create(Tag.RESOURCE, another)));
        assertThat(new KeyStore(LocalTable.shared(), table).all())
                .contains(UUID.fromString(text(item("apiKey", ""), "api_key")));
        assertThat(reply(item("idempotency", ""))).isInstanceOf(Answered.class);
        assertThat(reply(item("idempotency", "2"))).isInstanceOf(Answered.class);
    }

    @Test
    void statusItems_haveTheMeaningThatTheyHad() {
        var status = new StatusReads(LocalTable.shared(), table);
        var beat = status.beat().orElseThrow();
        var now = beat.at().plusSeconds(60);

        assertThat(beat.condition(Component.WEBHOOKS).isOpen()).isTrue();
        assertThat(new History(status.days(History.today(now)), beat).of(Component.WEBHOOKS, now, 60))
                .isEqualTo(new Share(4, 4, 2));
        assertThat(status.echo("relay").orElseThrow().lag()).hasMillis(550);
        assertThat(status.incidents(Instant.EPOCH).getFirst().updates()).hasSize(2);
    }

    @Test
    void hook_hasTheSecretsThatItHad() {
        var found = new Hooks(LocalTable.shared(), table)
                .find(
                        text(item("crmHook", ""), "sk"),
                        "AZNqL1wAcACAAAAAAAAAAQABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f");

        assertThat(found).hasValueSatisfying(hook -> {
            assertThat(hook.admits("waggle:password")).isTrue();
            assertThat(hook.admits("waggle:Password")).isFalse();
        });
    }

    @Test
    void formerNames_haveTheMeaningThatTheyHad() {
        var names = FormerNames.of(item("formerNames", ""));

        assertThat(names.at(Instant.ofEpochMilli(1_795_649_999_999L), "Gold")).isEmpty();
        assertThat(names.at(Instant.ofEpochMilli(1_795_650_000_000L), "Gold")).contains("Bronze");
        assertThat(names.at(Instant.ofEpochMilli(1_795_669_999_999L), "Gold")).contains("Silver");
        assertThat(names.at(Instant.ofEpochMilli(1_795_670_000_000L), "Gold")).contains("Gold");
    }

    private Object reply(Map<String, AttributeValue> stored) {
        return new IdempotencyRecords(LocalTable.shared(), table, Clock.systemUTC())
                .begin(company(stored), new Once(text(stored, "sk"), text(stored, "fingerprint")));
    }

    /** The version after a change is that of the later release too, so its migration does not trust the facets. */
    @Test
    void change_ofARecordOfALaterRelease_keepsWhatThisOneDoesNotKnow() {
        var stored = new HashMap<>(item("record", "tag"));
        stored.put("of_tomorrow", AttributeValue.fromS("kept"));
        stored.put(TableDesign.SCHEMA, AttributeValue.fromN("99"));
        put(stored);

        var changed = Catalogue.writes(LocalTable.shared(), table, Clock.systemUTC())
                .run(
                        actor(stored),
                        write -> write.change(
                                Tag.RESOURCE,
                                UUID.fromString(text(stored, "sk")),
                                tag -> new Tag(tag.label(), tag.association(), "#123456", "#000000", null)));

        var after = LocalTable.shared()
                .getItem(get -> get.tableName(table)
                        .key(ItemKey.of(stored).attributes())
                        .consistentRead(true))
                .item();
        assertThat(changed.value().backgroundColor()).isEqualTo("#123456");
        assertThat(text(after, "of_tomorrow")).isEqualTo("kept");
        assertThat(after.get(TableDesign.SCHEMA)).isEqualTo(AttributeValue.fromN("99"));
        assertThat(text(after, "background_color")).isEqualTo("#123456");
    }

    private static Map<String, AttributeValue> item(String kind, String name) {
        return StoredItem.all().stream()
                .filter(item -> item.kind().equals(kind) && item.name().equals(name))
                .findFirst()
                .orElseThrow()
                .attributes();
    }

    private static Actor actor(Map<String, AttributeValue> item) {
        return Actor.ofKey(company(item), Uuids.next(), "Test", "request");
    }

    private static UUID company(Map<String, AttributeValue> item) {
        return UUID.fromString(text(item, "pk").split("#", 3)[1]);
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name).s();
    }
}
