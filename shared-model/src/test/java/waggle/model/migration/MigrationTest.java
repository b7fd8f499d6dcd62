package waggle.model.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.Actor;
import waggle.model.FaultyClient;
import waggle.model.FaultyClient.Fault;
import waggle.model.FaultyClient.Killed;
import waggle.model.LocalTable;
import waggle.model.SampleTags;
import waggle.model.Uuids;
import waggle.model.catalogue.Catalogue;
import waggle.model.json.Json;
import waggle.model.lists.Condition;
import waggle.model.lists.ListRequest;
import waggle.model.paging.PageRequest;
import waggle.model.partners.Contact;
import waggle.model.partners.Partner;
import waggle.model.records.Entity;
import waggle.model.store.Store;
import waggle.model.table.ItemKey;
import waggle.model.table.NewTable;
import waggle.model.tags.Tag;
import waggle.model.write.Writes;

/** A table with tags of an earlier release, in which lists had no filter by association. */
class MigrationTest {
    private static final int PAGE = 3;
    private static final Condition NEW_FILTER = new Condition.AnyOf("association", Set.of("deal"));

    private final String table = "waggle-migration-" + Uuids.next();
    private final Actor actor = LocalTable.someone();
    private final Writes writes = Catalogue.writes(LocalTable.shared(), table, Clock.systemUTC());
    private final Store<Tag> tags = new Store<>(LocalTable.shared(), table, Tag.RESOURCE, Clock.systemUTC());

    MigrationTest() {
        NewTable.create(LocalTable.shared(), table);
    }

    /** Each run is killed one call later than the one before. */
    @ParameterizedTest
    @EnumSource(names = {"KILLED_BEFORE", "KILLED_AFTER"})
    void run_killedAgainAndAgain_isContinuedUntilTheNewFilterFindsEveryRecord(Fault fault) {
        var old = Stream.generate(this::createOld).limit(10).toList();
        assertThat(found()).isEmpty();
        assertThat(tags.get(actor, old.getFirst().uuid())).isEqualTo(old.getFirst());

        var kills = 0;
        while (isKilled(kills, fault)) {
            kills++;
        }

        assertThat(kills).isGreaterThan(5);
        assertThat(found())
                .containsExactlyInAnyOrderElementsOf(
                        old.stream().map(Entity::uuid).toList());
        assertThat(tags.get(actor, old.getFirst().uuid())).isEqualTo(old.getFirst());
        assertThat(run(LocalTable.shared()).rewritten()).isZero();
    }

    private boolean isKilled(int call, Fault fault) {
        try {
            run(FaultyClient.at(call, fault));
            return false;
        } catch (Killed killed) {
            return true;
        }
    }

    @Test
    void run_afterAKill_continuesWhereItWas() {
        Stream.generate(this::createOld).limit(10).forEach(tag -> {});
        var first = new AtomicInteger();
        var second = new AtomicInteger();

        assertThatThrownBy(() ->
                        run(FaultyClient.with(method -> scans(method, first) > 8 ? Fault.KILLED_BEFORE : Fault.NONE)))
                .isInstanceOf(Killed.class);
        var continued = run(FaultyClient.with(method -> {
            scans(method, second);
            return Fault.NONE;
        }));

        var whole = new AtomicInteger();
        var again = run(FaultyClient.with(method -> {
            scans(method, whole);
            return Fault.NONE;
        }));
        assertThat(second).hasValue(whole.get() - 8);
        assertThat(continued).isEqualTo(new Progress(again.read(), 10));
    }

    private static int scans(String method, AtomicInteger scans) {
        return method.equals("scan") ? scans.incrementAndGet() : 0;
    }

    @Test
    void run_besideAWriter_keepsWhatTheWriterWrote() {
        var tag = createOld();
        var isFirst = new AtomicBoolean(true);

        run(FaultyClient.with(method -> {
            if (method.equals("updateItem") && isFirst.getAndSet(false)) {
                writes.run(
                        actor, write -> write.change(Tag.RESOURCE, tag.uuid(), before -> SampleTags.labelled("After")));
            }
            return Fault.NONE;
        }));

        assertThat(isFirst).isFalse();
        assertThat(tags.get(actor, tag.uuid()).value().label()).isEqualTo("After");
        assertThat(found(NEW_FILTER, new Condition.Search(List.of("label"), List.of("after"))))
                .containsExactly(tag.uuid());
    }

    @Test
    void run_overRecordsOfThisRelease_rewritesNone() {
        writes.run(actor, write -> {
            var acme = Json.parse("{\"name\":\"Acme\",\"partner_type\":\"reseller\"}", Partner.class);
            var partner = write.create(Partner.RESOURCE, acme);
            var ann = "{\"partner_uuid\":\"" + partner.uuid() + "\",\"email\":\"ann@acme.example\"}";
            return write.create(Contact.RESOURCE, Json.parse(ann, Contact.class));
        });

        var progress = run(LocalTable.shared());

        assertThat(progress.read()).isGreaterThanOrEqualTo(2);
        assertThat(progress.rewritten()).isZero();
    }

    @Test
    void run_overTextsThatRecordsHaveLeft_deletesTheirItemsOnly() {
        var tag = writes.run(actor, write -> write.create(Tag.RESOURCE, SampleTags.labelled("Before")));
        writes.run(actor, write -> write.change(Tag.RESOURCE, tag.uuid(), old -> SampleTags.labelled("After")));
        assertThat(texts()).hasSize(2);

        run(LocalTable.shared());

        assertThat(texts()).singleElement().asString().endsWith("after");
    }

    private List<String> texts() {
        return LocalTable.shared().scan(scan -> scan.tableName(table)).items().stream()
                .map(ItemKey::of)
                .filter(key -> key.uniqueType().isPresent())
                .map(ItemKey::sk)
                .toList();
    }

    private Progress run(DynamoDbClient client) {
        return new Migration(client, table, Catalogue.resources(), PAGE).run(progress -> {});
    }

    private Entity<Tag> createOld() {
        var tag = writes.run(
                actor,
                write -> write.create(
                        Tag.RESOURCE, SampleTags.labelled(Uuids.next().toString())));
        LocalTable.shared().updateItem(update -> update.tableName(table)
                .key(Tag.RESOURCE.key(actor.company(), tag.uuid()).attributes())
                .updateExpression("REMOVE facets.association"));
        return tag;
    }

    private List<UUID> found(Condition... conditions) {
        var all = ListRequest.all(new PageRequest(1, PageRequest.MAXIMUM_SIZE));
        var chosen = conditions.length == 0 ? List.of(NEW_FILTER) : List.of(conditions);
        return tags.list(actor, all.and(chosen)).data().stream()
                .map(Entity::uuid)
                .toList();
    }
}
