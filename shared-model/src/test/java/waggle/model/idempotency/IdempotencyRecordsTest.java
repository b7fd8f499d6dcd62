package waggle.model.idempotency;

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
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.FaultyClient;
import waggle.model.FaultyClient.Fault;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.WaggleException;
import waggle.model.paging.PageRequest;
import waggle.model.tags.Tag;
import waggle.model.tags.Tag.Association;

class IdempotencyRecordsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Reply REPLY = new Reply(201, Map.of("ETag", "\"1\""), "{\"label\":\"Gold\"}");
    private static final Once ONCE = new Once("order-1", "abc");

    private final Actor actor = LocalTable.someone();
    private final IdempotencyRecords records = at(Duration.ZERO);
    private final LocalStore<Tag> store = new LocalStore<>(LocalTable.shared(), Tag.RESOURCE, Clock.systemUTC());

    @Test
    void begin_answeredRequest_returnsTheFirstReply() {
        write(claim(records));

        assertThat(records.begin(actor.company(), ONCE)).isEqualTo(new Answered(REPLY));
    }

    @Test
    void begin_otherRequestWithTheKey_isRefused() {
        write(claim(records));

        assertRefused(ErrorCode.IDEMPOTENCY_KEY_REUSED, () -> records.begin(actor.company(), new Once("order-1", "x")));
    }

    @Test
    void begin_whileTheFirstRuns_isRefused() {
        claim(records);

        assertRefused(ErrorCode.CONFLICT, () -> records.begin(actor.company(), ONCE));
    }

    @Test
    void begin_whileTheFirstIsBeingWritten_isRefused() {
        var busy =
                new IdempotencyRecords(FaultyClient.with(method -> Fault.CONFLICT), LocalTable.NAME, Clock.systemUTC());

        assertRefused(ErrorCode.CONFLICT, () -> busy.begin(actor.company(), ONCE));
    }

    @Test
    void begin_sameKeyOfAnotherCompany_isFree() {
        write(claim(records));

        assertThat(records.begin(LocalTable.someone().company(), ONCE)).isInstanceOf(Claim.class);
    }

    @Test
    void begin_afterARelease_isFree() {
        claim(records).release();

        assertThat(claim(records)).isNotNull();
    }

    @Test
    void begin_afterADay_isFree() {
        write(claim(records));

        assertThat(at(IdempotencyRecords.RETENTION.minusSeconds(1)).begin(actor.company(), ONCE))
                .isInstanceOf(Answered.class);
        assertThat(at(IdempotencyRecords.RETENTION).begin(actor.company(), ONCE))
                .isInstanceOf(Claim.class);
    }

    @Test
    void begin_afterTheFirstDied_isFreeAndTheFirstCannotCommit() {
        var first = claim(records);
        var second = claim(at(IdempotencyRecords.LEASE));

        assertRefused(ErrorCode.CONFLICT, () -> write(first));
        write(second);
        first.release();

        assertThat(store.page(actor, new PageRequest(1, 10)).meta().recordCount())
                .isEqualTo(1);
        assertThat(records.begin(actor.company(), ONCE)).isInstanceOf(Answered.class);
    }

    @Test
    void begin_concurrently_isFreeForOne() {
        var claims = new AtomicInteger();

        IntStream.range(0, 8).parallel().forEach(i -> {
            try {
                claim(records);
                claims.incrementAndGet();
            } catch (WaggleException e) {
                assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT);
            }
        });

        assertThat(claims).hasValue(1);
    }

    private Claim claim(IdempotencyRecords at) {
        return (Claim) at.begin(actor.company(), ONCE);
    }

    private void write(Claim claim) {
        var gold = new Tag("Gold", Association.PARTNER, "#FFFFFF", "#000000", null);
        store.writes().run(actor, write -> {
            claim.answer(write.transaction(), REPLY);
            return write.create(Tag.RESOURCE, gold);
        });
    }

    private static IdempotencyRecords at(Duration afterNoon) {
        return new IdempotencyRecords(
                LocalTable.shared(), LocalTable.NAME, Clock.fixed(NOON.plus(afterNoon), ZoneOffset.UTC));
    }
}
