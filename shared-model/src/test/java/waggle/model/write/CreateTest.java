package waggle.model.write;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.model.Refusals.assertRefused;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.Outbox;
import waggle.model.SampleTags;
import waggle.model.WaggleException;
import waggle.model.json.Json;
import waggle.model.paging.Page;
import waggle.model.paging.PageRequest;
import waggle.model.records.Precondition;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;
import waggle.model.tags.Tag;

class CreateTest {
    private final LocalStore<Tag> store = new LocalStore<>(LocalTable.shared(), Tag.RESOURCE, Clock.systemUTC());
    private final Actor actor = LocalTable.someone();
    private final Outbox outbox = new Outbox(actor.company());

    @Test
    void create_newRecord_isReadAsWritten() {
        var created = store.create(actor, SampleTags.GOLD);

        assertThat(store.get(actor, created.uuid())).isEqualTo(created);
        assertThat(created.value()).isEqualTo(SampleTags.GOLD);
        assertThat(created.version()).isEqualTo(1);
        assertThat(created.createdAt()).isEqualTo(created.updatedAt());
    }

    @Test
    void create_newRecord_hasItsEventInTheSameTransaction() {
        var created = store.create(actor, SampleTags.GOLD);

        assertThat(outbox.events()).hasSize(1);
        var event = outbox.events().getFirst();
        assertThat(event.path("type").asText()).isEqualTo("tag.created");
        assertThat(event.path("data")).hasToString(Json.write(Map.of("object", created)));
        assertThat(event.path("actor").path("uuid").asText())
                .isEqualTo(String.valueOf(actor.identity().uuid()));
        assertThat(event.path("request_id").asText()).isEqualTo(actor.requestId());
    }

    @Test
    void create_newRecord_keepsItsEventThirtyDays() {
        var noon = Instant.parse("2026-11-23T12:00:00Z");
        var fixed = new LocalStore<>(LocalTable.shared(), Tag.RESOURCE, Clock.fixed(noon, ZoneOffset.UTC));

        fixed.create(actor, SampleTags.GOLD);

        var expiry = noon.plus(Duration.ofDays(30)).getEpochSecond();
        assertThat(outbox.items().getFirst())
                .containsEntry(TableDesign.TIME_TO_LIVE, AttributeValue.fromN(Long.toString(expiry)));
    }

    @Test
    void create_absentFields_areNotStored() {
        var created = store.create(actor, SampleTags.labelled("Plain"));

        var item = LocalTable.shared()
                .getItem(get -> get.tableName(LocalTable.NAME)
                        .key(ItemKey.record(actor.company(), "tag", created.uuid())
                                .attributes()))
                .item();
        assertThat(item).doesNotContainKey("partner_type").containsKey("background_color");
    }

    @Test
    void get_anothersRecord_isNotFound() {
        var created = store.create(actor, SampleTags.GOLD);

        assertRefused(ErrorCode.NOT_FOUND, () -> store.get(LocalTable.someone(), created.uuid()));
    }

    @Test
    void delete_record_leavesItsLastStateInTheEvent() {
        var created = store.create(actor, SampleTags.GOLD);

        store.delete(actor, created.uuid(), Precondition.NONE);

        assertRefused(ErrorCode.NOT_FOUND, () -> store.get(actor, created.uuid()));
        assertThat(outbox.events().getLast().path("type").asText()).isEqualTo("tag.deleted");
        assertThat(outbox.events().getLast().path("data").path("object")).hasToString(Json.write(created));
    }

    @Test
    void delete_byManyAtOnce_succeedsOnce() {
        var created = store.create(actor, SampleTags.GOLD);
        var missed = new AtomicInteger();

        IntStream.range(0, 6).parallel().forEach(i -> {
            try {
                store.delete(actor, created.uuid(), Precondition.NONE);
            } catch (WaggleException e) {
                missed.incrementAndGet();
            }
        });

        assertThat(missed).hasValue(5);
        assertThat(outbox.events()).hasSize(2);
    }

    @Test
    void page_middleOfMany_isNewestFirstWithExactCounts() {
        var labels = IntStream.rangeClosed(1, 23)
                .mapToObj(i -> store.create(actor, SampleTags.labelled("Tag " + i))
                        .value()
                        .label())
                .toList();

        var page = store.page(actor, new PageRequest(2, 10));

        assertThat(page.data())
                .extracting(tag -> tag.value().label())
                .containsExactlyElementsOf(labels.reversed().subList(10, 20));
        assertThat(page.meta()).isEqualTo(new Page.Meta(23, 3, 2, 10));
    }

    @Test
    void page_farPastTheEnd_isEmpty() {
        store.create(actor, SampleTags.GOLD);

        var page = store.page(actor, new PageRequest(Long.MAX_VALUE, 50));

        assertThat(page.data()).isEmpty();
        assertThat(page.meta().recordCount()).isEqualTo(1);
    }
}
