package waggle.model.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.model.FaultyClient.Fault.KILLED_AFTER;
import static waggle.model.FaultyClient.Fault.KILLED_BEFORE;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.Actor;
import waggle.model.FaultyClient;
import waggle.model.FaultyClient.Fault;
import waggle.model.FaultyClient.Killed;
import waggle.model.LocalTable;
import waggle.model.catalogue.Catalogue;
import waggle.model.declaration.Resource;
import waggle.model.events.Event;
import waggle.model.leads.Lead;
import waggle.model.leads.LeadBuilder;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;
import waggle.model.store.StoredRecords;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;
import waggle.model.table.TableIndex;
import waggle.model.write.BulkRecords;
import waggle.model.write.Writes;

/** The deletion of a lead with notes in several segments, killed at calls of the database and then repeated. */
class NotesRemovalKilledTest {
    /** More than one step of the removal removes. */
    private static final int NOTES = 18;

    private static final int SEGMENT = 2;

    /** Every eighth call, from a random one; {@code -Dwaggle.step=1} kills at every call. */
    private static final int STEP = Integer.getInteger("waggle.step", 8);

    private static final Clock START = Clock.systemUTC();

    @ParameterizedTest
    @EnumSource(names = {"KILLED_BEFORE", "KILLED_AFTER"})
    void deletion_killedAtAnyCall_isFinishedByItsRepetition_andLeavesNothing(Fault fault) {
        assertThat(fault).isIn(KILLED_BEFORE, KILLED_AFTER);
        var call = new Random().nextInt(STEP);
        while (isKilled(new Company(), call, fault)) {
            call += STEP;
        }
        assertThat(call).as("calls of the deletion").isGreaterThanOrEqualTo(10);
    }

    @Test
    void deletion_whoseItemsOthersHoldForAWhile_leavesNothing() {
        var company = new Company();
        var calls = new AtomicInteger();
        company.delete(FaultyClient.with(method ->
                method.equals("deleteItem") && calls.getAndIncrement() % 2 == 0 ? Fault.CONFLICT : Fault.NONE));

        assertThat(calls).as("items that were deleted alone").hasPositiveValue();
        assertThat(company.left()).isEmpty();
    }

    private static boolean isKilled(Company company, int call, Fault fault) {
        var killed = company.isKilled(FaultyClient.at(call, fault));
        var counted = company.lead()
                .map(lead ->
                        Objects.requireNonNull(lead.counts().get(Note.COUNT)).intValueExact());
        assertThat(counted.findFirst().orElse(0))
                .as("notes after call %d", call)
                .isEqualTo(company.notes().size());

        if (company.lead().findAny().isPresent()) {
            company.delete(LocalTable.shared());
        }

        assertThat(company.left()).as("items after call %d", call).isEmpty();
        assertThat(company.events())
                .as("events after call %d", call)
                .hasSize(NOTES + 1)
                .doesNotHaveDuplicates();
        return killed;
    }

    /** A company whose lead has notes, a few in each segment. */
    private static final class Company {
        private final Actor actor = LocalTable.someone();
        private final StoredRecords records = new StoredRecords(LocalTable.shared(), LocalTable.NAME, actor.company());
        private final UUID lead;
        private final Resource<Note> below;

        Company() {
            var made = LeadBuilder.builder().companyName("Buyer").build();
            lead = writes(LocalTable.shared(), START)
                    .run(actor, write -> write.create(Lead.RESOURCE, made))
                    .uuid();
            below = Lead.NOTES.below(lead);
            IntStream.range(0, NOTES / SEGMENT).forEach(this::write);
        }

        /** A segment accepts the records of one second. */
        private void write(int second) {
            var clock = Clock.offset(START, Duration.ofSeconds(2L * second));
            writes(LocalTable.shared(), clock).run(actor, write -> IntStream.range(0, SEGMENT)
                    .mapToObj(number -> write.create(below, uuid(clock, number), note(number)))
                    .toList());
        }

        private static UUID uuid(Clock clock, int number) {
            return BulkRecords.uuid(clock.millis(), number);
        }

        private static Note note(int number) {
            return NoteBuilder.builder()
                    .content("Called " + number)
                    .mentions(List.of())
                    .build();
        }

        private static Writes writes(DynamoDbClient client, Clock clock) {
            return new Writes(client, LocalTable.NAME, clock, Catalogue.traces(), SEGMENT);
        }

        boolean isKilled(DynamoDbClient client) {
            try {
                delete(client);
                return false;
            } catch (Killed killed) {
                return true;
            }
        }

        void delete(DynamoDbClient client) {
            writes(client, START).run(actor, write -> write.remove(Lead.RESOURCE, lead, Precondition.NONE));
        }

        Stream<Entity<Lead>> lead() {
            return records.find(Lead.RESOURCE, lead).stream();
        }

        List<Entity<Note>> notes() {
            return records.all(below);
        }

        /** Records, segments and entries of indexes of the lead and its notes. */
        List<String> left() {
            var left = new ArrayList<String>();
            var partition = below.collection(actor.company());
            Stream.of(partition, ItemKey.segments(partition), Lead.RESOURCE.collection(actor.company()))
                    .flatMap(pk -> items(null, TableDesign.PARTITION_KEY, pk))
                    .forEach(left::add);
            TableDesign.INDEXES.stream()
                    .filter(index -> index.partitionKey().equals(TableDesign.PARTITION_KEY))
                    .flatMap(index -> items(index, TableDesign.PARTITION_KEY, partition))
                    .forEach(left::add);
            return left;
        }

        private static Stream<String> items(@Nullable TableIndex index, String key, String partition) {
            return LocalTable.shared()
                    .queryPaginator(query -> query.tableName(LocalTable.NAME)
                            .indexName(index == null ? null : index.name())
                            .keyConditionExpression(key + " = :partition")
                            .expressionAttributeValues(Map.of(":partition", AttributeValue.fromS(partition))))
                    .items()
                    .stream()
                    .map(Map::toString);
        }

        /** The record of each deletion. */
        List<String> events() {
            return records.all(Event.RESOURCE).stream()
                    .map(Entity::value)
                    .filter(event -> event.type().endsWith(".deleted"))
                    .map(event -> event.type() + event.recordUuid())
                    .toList();
        }
    }
}
