package waggle.model.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.LocalTable;
import waggle.model.PartnerType;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.json.Json;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;
import waggle.model.tags.Tag;
import waggle.model.tags.Tag.Association;

class StoreTest {
    private static final Tag GOLD = new Tag("Gold", Association.PARTNER, "#FFD700", "#000000", PartnerType.RESELLER);

    private final Store<Tag> store = new Store<>(LocalTable.shared(), LocalTable.NAME, Tag.RESOURCE, Clock.systemUTC());
    private final Actor actor = LocalTable.someone();

    @Test
    void create_newRecord_isReadAsWritten() {
        var created = store.create(actor, GOLD);

        assertThat(store.get(actor, created.uuid())).isEqualTo(created);
        assertThat(created.value()).isEqualTo(GOLD);
        assertThat(created.version()).isEqualTo(1);
        assertThat(created.createdAt()).isEqualTo(created.updatedAt());
    }

    @Test
    void create_newRecord_hasItsEventInTheSameTransaction() {
        var created = store.create(actor, GOLD);

        var event = onlyEvent();
        assertThat(event.path("type").asText()).isEqualTo("tag.created");
        assertThat(event.path("data")).hasToString(Json.write(Map.of("object", created)));
        assertThat(event.path("actor").path("api_key_uuid").asText())
                .isEqualTo(actor.apiKey().toString());
        assertThat(event.path("request_id").asText()).isEqualTo(actor.requestId());
    }

    @Test
    void create_newRecord_keepsItsEventThirtyDays() {
        var noon = Instant.parse("2026-11-23T12:00:00Z");
        var fixed = new Store<>(LocalTable.shared(), LocalTable.NAME, Tag.RESOURCE, Clock.fixed(noon, ZoneOffset.UTC));

        fixed.create(actor, GOLD);

        var expiry = noon.plus(Duration.ofDays(30)).getEpochSecond();
        assertThat(eventItems().getFirst())
                .containsEntry(TableDesign.TIME_TO_LIVE, AttributeValue.fromN(Long.toString(expiry)));
    }

    @Test
    void create_absentFields_areNotStored() {
        var created = store.create(actor, labelled("Plain"));

        var item = LocalTable.shared()
                .getItem(get -> get.tableName(LocalTable.NAME)
                        .key(ItemKey.record(actor.company(), "tag", created.uuid())
                                .attributes()))
                .item();
        assertThat(item).doesNotContainKey("partner_type").containsKey("background_color");
    }

    @Test
    void get_anothersRecord_isNotFound() {
        var created = store.create(actor, GOLD);

        assertRefused(ErrorCode.NOT_FOUND, () -> store.get(LocalTable.someone(), created.uuid()));
    }

    @Test
    void change_value_countsTheVersionAndTellsThePrevious() {
        var created = store.create(actor, GOLD);

        var changed = store.change(actor, created.uuid(), Precondition.NONE, StoreTest::renamed);

        assertThat(changed).isEqualTo(store.get(actor, created.uuid()));
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.createdAt()).isEqualTo(created.createdAt());
        assertThat(events().getLast().path("data").path("previous")).isEqualTo(Json.tree(Map.of("label", "Gold")));
    }

    @Test
    void change_toNull_clearsTheField() {
        var created = store.create(actor, GOLD);

        store.change(
                actor,
                created.uuid(),
                Precondition.NONE,
                tag -> new Tag(tag.label(), tag.association(), tag.backgroundColor(), tag.textColor(), null));

        assertThat(store.get(actor, created.uuid()).value().partnerType()).isNull();
    }

    @Test
    void change_nothing_keepsVersionAndMakesNoEvent() {
        var created = store.create(actor, GOLD);

        var same = store.change(actor, created.uuid(), Precondition.NONE, tag -> tag);

        assertThat(same).isEqualTo(created);
        assertThat(events()).hasSize(1);
    }

    @Test
    void change_staleVersion_isRefusedAndChangesNothing() {
        var created = store.create(actor, GOLD);
        var stale = new Precondition(Set.of(7L));

        assertRefused(ErrorCode.VERSION_MISMATCH, () -> store.change(actor, created.uuid(), stale, StoreTest::renamed));
        assertThat(store.get(actor, created.uuid())).isEqualTo(created);
        assertThat(events()).hasSize(1);
    }

    @Test
    void change_byManyAtOnce_losesNone() {
        var created = store.create(actor, labelled("0"));

        IntStream.range(0, 12)
                .parallel()
                .forEach(i -> store.change(
                        actor,
                        created.uuid(),
                        Precondition.NONE,
                        tag -> labelled(Integer.toString(Integer.parseInt(tag.label()) + 1))));

        var last = store.get(actor, created.uuid());
        assertThat(last.value().label()).isEqualTo("12");
        assertThat(last.version()).isEqualTo(13);
        assertThat(events()).hasSize(13);
    }

    @Test
    void change_racedWithPrecondition_isRefused() {
        var created = store.create(actor, GOLD);
        var first = new Precondition(Set.of(1L));

        assertRefused(
                ErrorCode.VERSION_MISMATCH,
                () -> store.change(actor, created.uuid(), first, tag -> {
                    store.change(actor, created.uuid(), Precondition.NONE, StoreTest::renamed);
                    return labelled("too late");
                }));
        assertThat(store.get(actor, created.uuid()).value().label()).isEqualTo("Silver");
    }

    @Test
    void delete_record_leavesItsLastStateInTheEvent() {
        var created = store.create(actor, GOLD);

        store.delete(actor, created.uuid(), Precondition.NONE);

        assertRefused(ErrorCode.NOT_FOUND, () -> store.get(actor, created.uuid()));
        assertThat(events().getLast().path("type").asText()).isEqualTo("tag.deleted");
        assertThat(events().getLast().path("data").path("object")).hasToString(Json.write(created));
    }

    @Test
    void delete_byManyAtOnce_succeedsOnce() {
        var created = store.create(actor, GOLD);
        var missed = new AtomicInteger();

        IntStream.range(0, 6).parallel().forEach(i -> {
            try {
                store.delete(actor, created.uuid(), Precondition.NONE);
            } catch (WaggleException e) {
                missed.incrementAndGet();
            }
        });

        assertThat(missed).hasValue(5);
        assertThat(events()).hasSize(2);
    }

    @Test
    void page_middleOfMany_isNewestFirstWithExactCounts() {
        var labels = IntStream.rangeClosed(1, 23)
                .mapToObj(i -> store.create(actor, labelled("Tag " + i)).value().label())
                .toList();

        var page = store.page(actor, new PageRequest(2, 10));

        assertThat(page.data())
                .extracting(tag -> tag.value().label())
                .containsExactlyElementsOf(labels.reversed().subList(10, 20));
        assertThat(page.meta()).isEqualTo(new Page.Meta(23, 3, 2, 10));
    }

    @Test
    void page_farPastTheEnd_isEmpty() {
        store.create(actor, GOLD);

        var page = store.page(actor, new PageRequest(Long.MAX_VALUE, 50));

        assertThat(page.data()).isEmpty();
        assertThat(page.meta().recordCount()).isEqualTo(1);
    }

    private static Tag renamed(Tag tag) {
        return new Tag("Silver", tag.association(), tag.backgroundColor(), tag.textColor(), tag.partnerType());
    }

    private static Tag labelled(String label) {
        return new Tag(label, Association.DEAL, "#FFFFFF", "#000000", null);
    }

    private static void assertRefused(ErrorCode code, Runnable write) {
        assertThatThrownBy(write::run)
                .isInstanceOfSatisfying(WaggleException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(code));
    }

    private ObjectNode onlyEvent() {
        assertThat(events()).hasSize(1);
        return events().getFirst();
    }

    private List<ObjectNode> events() {
        return eventItems().stream()
                .map(item -> (ObjectNode)
                        parse(Objects.requireNonNull(item.get("event")).s()))
                .toList();
    }

    private List<Map<String, AttributeValue>> eventItems() {
        var outbox = ItemKey.event(actor.company(), Uuids.next()).pk();
        return LocalTable.shared()
                .query(query -> query.tableName(LocalTable.NAME)
                        .keyConditionExpression("pk = :outbox")
                        .expressionAttributeValues(Map.of(":outbox", AttributeValue.fromS(outbox))))
                .items();
    }

    private static JsonNode parse(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (Exception e) {
            throw new AssertionError(json, e);
        }
    }
}
