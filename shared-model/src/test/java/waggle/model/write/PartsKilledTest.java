package waggle.model.write;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.model.Refusals.assertRefused;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.FaultyClient;
import waggle.model.FaultyClient.Fault;
import waggle.model.FaultyClient.Killed;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.Meanwhile;
import waggle.model.WaggleException;
import waggle.model.audit.AuditEntry;
import waggle.model.audit.AuditEntry.Action;
import waggle.model.catalogue.Catalogue;
import waggle.model.categories.Category;
import waggle.model.idempotency.Once;
import waggle.model.idempotency.Outcome;
import waggle.model.idempotency.Replied;
import waggle.model.idempotency.Reply;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;

/** A request of three parts with an idempotency key, of which the second is refused, killed at every call of the database. */
class PartsKilledTest {
    private static final Once ONCE = new Once("batch-1", "fingerprint");
    private static final Clock NOW = Clock.systemUTC();

    /** The lease of the killed request has ended. */
    private static final Clock LATER = Clock.offset(NOW, Duration.ofSeconds(61));

    private final Actor actor = LocalTable.someone();
    private final LocalStore<Category> categories = new LocalStore<>(Category.RESOURCE);
    private final List<Entity<Category>> all = Stream.of("A", "B", "C")
            .map(label -> categories.create(actor, new Category(label, null)))
            .toList();

    @ParameterizedTest
    @EnumSource(names = {"KILLED_BEFORE", "KILLED_AFTER"})
    void parts_killedAtAnyCall_areWrittenOnce_whenTheRequestIsRepeated(Fault fault) {
        var call = 0;
        while (new PartsKilledTest().isKilled(call, fault)) {
            call++;
        }
        assertThat(call).as("calls of the request").isGreaterThanOrEqualTo(8);
    }

    private boolean isKilled(int call, Fault fault) {
        var isKilled = false;
        try {
            run(FaultyClient.at(call, fault), NOW, ONCE);
        } catch (Killed killed) {
            isKilled = true;
        }
        var before = changes();
        if (before > 0) {
            assertRefused(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    () -> run(LocalTable.shared(), LATER, new Once(ONCE.key(), "another")));
        }

        var repeated = run(LocalTable.shared(), LATER, ONCE);

        assertThat(repeated)
                .as("after call %d", call)
                .extracting(Replied::isReplayed)
                .isEqualTo(replayed(before));
        assertThat(repeated)
                .extracting(replied -> replied.reply().body())
                .containsExactly("\"A2 at 2\"", "\"C2 at 2\"");
        assertThat(changes()).isEqualTo(2);
        assertThat(categories.all(actor))
                .extracting(category -> category.value().label())
                .containsExactly("A2", "B", "C2");
        assertThat(run(LocalTable.shared(), LATER, ONCE))
                .allSatisfy(replied -> assertThat(replied.isReplayed()).isTrue());
        return isKilled;
    }

    private static List<Boolean> replayed(long changes) {
        return List.of(changes > 0, changes > 1);
    }

    @Test
    void key_ofARequestInParts_isRefusedToAnotherRequest() {
        run(LocalTable.shared(), NOW, ONCE);

        assertRefused(
                ErrorCode.IDEMPOTENCY_KEY_REUSED, () -> run(LocalTable.shared(), NOW, new Once(ONCE.key(), "another")));
    }

    @Test
    void key_whoseTimeIsOver_isUsedAnew() {
        run(LocalTable.shared(), NOW, ONCE);
        var nextDay = Clock.offset(NOW, Duration.ofHours(25));

        assertThat(run(LocalTable.shared(), nextDay, new Once(ONCE.key(), "another")))
                .allSatisfy(replied -> assertThat(replied.isReplayed()).isFalse());
    }

    @Test
    void key_ofARequestWithoutAnyWrittenPart_isKept() {
        var writes = Catalogue.writes(LocalTable.shared(), LocalTable.NAME, NOW);

        writes.inParts(actor, ONCE, parts -> true);

        assertRefused(
                ErrorCode.IDEMPOTENCY_KEY_REUSED,
                () -> writes.inParts(actor, new Once(ONCE.key(), "another"), parts -> true));
        assertThat(writes.<Boolean>inParts(actor, ONCE, Parts::isReplay)).isFalse();
    }

    @Test
    void key_ofARequestThatRuns_isRefusedToItsRepetition() {
        var writes = Catalogue.writes(LocalTable.shared(), LocalTable.NAME, NOW);

        writes.inParts(actor, ONCE, parts -> {
            assertRefused(ErrorCode.CONFLICT, () -> writes.inParts(actor, ONCE, Parts::isReplay));
            return true;
        });
    }

    /** Both find the key answered, and neither part written. */
    @Test
    void part_ofTwoRepetitionsAtTheSameTime_isWrittenOnce() {
        var writes = Catalogue.writes(LocalTable.shared(), LocalTable.NAME, NOW);
        writes.inParts(actor, ONCE, parts -> true);
        var others = LocalTable.client(new Meanwhile(() -> run(LocalTable.shared(), NOW, ONCE)));

        var replied = run(others, NOW, ONCE);

        assertThat(replied).allSatisfy(reply -> assertThat(reply.isReplayed()).isTrue());
        assertThat(changes()).isEqualTo(2);
    }

    /** The replies of the parts that were not refused. */
    private List<Replied> run(DynamoDbClient client, Clock clock, Once once) {
        return Catalogue.writes(client, LocalTable.NAME, clock).inParts(actor, once, parts -> all.stream()
                .flatMap(category -> part(parts, category).stream())
                .toList());
    }

    private List<Replied> part(Parts parts, Entity<Category> category) {
        // The second record has no version 9.
        var precondition = category == all.get(1) ? Precondition.version(9) : Precondition.NONE;
        try {
            return List.of(parts.run(category.uuid().toString(), Duration.ofSeconds(5), write -> {
                var changed = write.change(
                        Category.RESOURCE,
                        category.uuid(),
                        precondition,
                        before -> new Category(before.label().charAt(0) + "2", null));
                var body = "\"" + changed.value().label() + " at " + changed.version() + "\"";
                var reply = new Reply(200, Map.of(), body);
                return new Outcome(reply, reply);
            }));
        } catch (WaggleException refused) {
            assertThat(refused.code()).isEqualTo(ErrorCode.VERSION_MISMATCH);
            return List.of();
        }
    }

    private long changes() {
        return new LocalStore<>(AuditEntry.RESOURCE)
                .all(actor).stream()
                        .filter(entry -> entry.value().action() == Action.UPDATED)
                        .count();
    }
}
