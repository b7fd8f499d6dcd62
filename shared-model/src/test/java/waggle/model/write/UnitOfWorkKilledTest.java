package waggle.model.write;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.model.FaultyClient.Fault.KILLED_AFTER;
import static waggle.model.FaultyClient.Fault.KILLED_BEFORE;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.Actor;
import waggle.model.FaultyClient;
import waggle.model.FaultyClient.Fault;
import waggle.model.FaultyClient.Killed;
import waggle.model.LocalTable;
import waggle.model.audit.AuditEntry;
import waggle.model.catalogue.Catalogue;
import waggle.model.categories.Category;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Write;
import waggle.model.events.Event;
import waggle.model.idempotency.Once;
import waggle.model.idempotency.Outcome;
import waggle.model.idempotency.Replied;
import waggle.model.idempotency.Reply;
import waggle.model.json.Json;
import waggle.model.lists.FormerNames;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;
import waggle.model.store.StoredRecords;
import waggle.model.tags.Tag;
import waggle.model.tags.Tag.Association;
import waggle.model.tiers.Tier;

/** A unit of work over three resources, with an idempotency key, killed at every call of the database. */
class UnitOfWorkKilledTest {
    private static final Once ONCE = new Once("order-1", "fingerprint");
    private static final Clock NOW = Clock.systemUTC();

    /** The lease of the killed request has ended. */
    private static final Clock LATER = Clock.offset(NOW, Duration.ofSeconds(61));

    @ParameterizedTest
    @EnumSource(names = {"KILLED_BEFORE", "KILLED_AFTER"})
    void unit_killedAtAnyCall_writesAllOrNothing_andItsRepetitionReturnsTheFirstReply(Fault fault) {
        assertThat(fault).isIn(KILLED_BEFORE, KILLED_AFTER);
        var call = 0;
        while (isKilled(new Company(), call, fault)) {
            call++;
        }
        assertThat(call).as("calls of the unit").isGreaterThanOrEqualTo(6);
    }

    private static boolean isKilled(Company company, int call, Fault fault) {
        var killed = company.isKilled(FaultyClient.at(call, fault));
        var left = company.state();
        assertThat(left).as("after call %d", call).isIn(company.nothing(), Company.ALL);

        var repeated = company.run(LocalTable.shared(), LATER);

        assertThat(repeated.isReplayed()).isEqualTo(left.equals(Company.ALL));
        assertThat(company.state()).isEqualTo(Company.ALL);
        assertThat(repeated.reply().body()).isEqualTo(company.tag());
        assertThat(company.run(LocalTable.shared(), LATER)).isEqualTo(new Replied(repeated.reply(), true));
        assertThat(company.state()).isEqualTo(Company.ALL);
        return killed;
    }

    /** A company with a category to change and a tier to remove. */
    private static final class Company {
        private static final List<String> ALL = List.of(
                "tag New",
                "category New",
                "category.created",
                "tier.created",
                "tag.created",
                "category.updated",
                "tier.deleted",
                "created category",
                "created tier",
                "created tag",
                "updated category",
                "deleted tier",
                "category was Old",
                "tier was Old");

        private final Actor actor = LocalTable.someone();
        private final Entity<Category> category;
        private final Entity<Tier> tier;

        Company() {
            var writes = Catalogue.writes(LocalTable.shared(), LocalTable.NAME, NOW);
            category = writes.run(actor, write -> write.create(Category.RESOURCE, new Category("Old", null)));
            tier = writes.run(
                    actor, write -> write.create(Tier.RESOURCE, new Tier("Old", "#FFFFFF", "#000000", null, null)));
        }

        List<String> nothing() {
            return List.of(
                    "category Old", "tier Old", "category.created", "tier.created", "created category", "created tier");
        }

        boolean isKilled(DynamoDbClient client) {
            try {
                assertThat(run(client, NOW).isReplayed()).isFalse();
                return false;
            } catch (Killed killed) {
                return true;
            }
        }

        Replied run(DynamoDbClient client, Clock clock) {
            return Catalogue.writes(client, LocalTable.NAME, clock).once(actor, ONCE, this::work);
        }

        private Outcome work(Write write) {
            var tag = write.create(Tag.RESOURCE, new Tag("New", Association.LEAD, "#FFFFFF", "#000000", null));
            write.change(Category.RESOURCE, category.uuid(), before -> new Category("New", null));
            write.remove(Tier.RESOURCE, tier.uuid(), Precondition.NONE);
            var reply = new Reply(201, Map.of(), Json.write(tag));
            return new Outcome(reply, reply);
        }

        String tag() {
            return Json.write(all(Tag.RESOURCE).getFirst());
        }

        /** All records, events, audit entries and former names, in words. */
        List<String> state() {
            return Stream.of(
                            all(Tag.RESOURCE).stream()
                                    .map(tag -> "tag " + tag.value().label()),
                            all(Category.RESOURCE).stream()
                                    .map(found -> "category " + found.value().label()),
                            all(Tier.RESOURCE).stream()
                                    .map(found -> "tier " + found.value().label()),
                            all(Event.RESOURCE).stream()
                                    .map(event -> event.value().type()),
                            all(AuditEntry.RESOURCE).stream().map(Entity::value).map(Company::words),
                            formerNames(category, Category.RESOURCE),
                            formerNames(tier, Tier.RESOURCE))
                    .flatMap(words -> words)
                    .toList();
        }

        private Stream<String> formerNames(Entity<?> record, Resource<?> resource) {
            return stored()
                    .item(FormerNames.key(actor.company(), resource, record.uuid()))
                    .map(FormerNames::of)
                    .stream()
                    .flatMap(names -> names.names().stream())
                    .map(former -> resource.name() + " was " + former.name());
        }

        private static String words(AuditEntry entry) {
            return entry.action().name().toLowerCase(Locale.ROOT) + " " + entry.resource();
        }

        private <T> List<Entity<T>> all(Resource<T> resource) {
            return stored().all(resource);
        }

        private StoredRecords stored() {
            return new StoredRecords(LocalTable.shared(), LocalTable.NAME, actor.company());
        }
    }
}
