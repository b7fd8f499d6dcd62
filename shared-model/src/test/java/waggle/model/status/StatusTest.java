package waggle.model.status;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.model.Refusals.assertRefused;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.ErrorCode;
import waggle.model.FaultyClient;
import waggle.model.LocalTable;
import waggle.model.ManualClock;
import waggle.model.Uuids;
import waggle.model.table.NewTable;

/** Heartbeats by a clock that the tests move. Every test has a table of its own. */
class StatusTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Map<Component, String> NO_FAULT = Map.of();
    private static final Map<Component, String> LATE =
            Map.of(Component.WEBHOOKS, "The oldest due delivery waits 14 minutes");

    private final String table = "waggle-status-" + Uuids.next();
    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-26T14:00:10Z"));
    private final StatusReads reads = new StatusReads(LocalTable.shared(), table);

    StatusTest() {
        NewTable.create(LocalTable.shared(), table);
    }

    @Test
    void history_beforeTheFirstHeartbeat_hasNoData() {
        var history = history();

        assertThat(history.of(Component.API, clock.instant(), 1_440).uptime()).isEmpty();
        assertThat(history.days(Component.API, clock.instant(), 90))
                .hasSize(90)
                .allSatisfy(day -> assertThat(day.share()).isEqualTo(new Share(0, 0, 0)));

        beat(NO_FAULT);

        var told = history().days(Component.API, clock.instant(), 90);
        assertThat(told.subList(0, 89))
                .allSatisfy(day -> assertThat(day.share().uptime()).isEmpty());
        assertThat(told.getLast().share()).isEqualTo(new Share(1, 1, 0));
    }

    @Test
    void minutes_withoutHeartbeat_countAsFailed_andAreNotMeasured() {
        beat(NO_FAULT);
        clock.move(MINUTE.multipliedBy(8));
        beat(NO_FAULT);
        clock.move(MINUTE);
        beat(NO_FAULT);

        var share = history().of(Component.LIVE, clock.instant(), 1_440);
        assertThat(share).isEqualTo(new Share(10, 3, 7));
        assertThat(share.uptime()).hasValue(new BigDecimal("30.00"));
        assertThat(reads.incidents(Instant.EPOCH)).isEmpty();
    }

    @Test
    void minutes_sinceTheLastHeartbeat_countOnceItIsNotCurrent() {
        beat(NO_FAULT);
        clock.move(MINUTE.multipliedBy(2));
        assertThat(history().of(Component.API, clock.instant(), 60)).isEqualTo(new Share(1, 1, 0));

        clock.move(MINUTE.multipliedBy(8));
        assertThat(history().of(Component.API, clock.instant(), 60)).isEqualTo(new Share(10, 1, 9));
        assertThat(history().of(Component.API, clock.instant(), 5)).isEqualTo(new Share(5, 0, 5));
    }

    /** A schedule is late by some seconds now and then. */
    @Test
    void heartbeat_thatIsLateByAMinutesEnd_leavesNoGap() {
        clock.set(Instant.parse("2026-11-26T23:58:59.500Z"));
        beat(NO_FAULT);
        clock.set(Instant.parse("2026-11-27T00:00:00.100Z"));
        beat(NO_FAULT);
        clock.set(Instant.parse("2026-11-27T00:00:59.900Z"));
        beat(NO_FAULT);

        assertThat(history().of(Component.API, clock.instant(), 1_440)).isEqualTo(new Share(3, 3, 0));
        assertThat(reads.days(History.today(clock.instant()).minusDays(1)))
                .extracting(day -> day.measured().count(0, Minutes.OF_A_DAY))
                .containsExactly(2, 1);
    }

    @Test
    void twoHeartbeats_ofOneMoment_countOnce() {
        beat(NO_FAULT);
        clock.move(Duration.ofSeconds(20));
        beat(LATE);

        assertThat(history().of(Component.WEBHOOKS, clock.instant(), 60)).isEqualTo(new Share(1, 1, 0));
    }

    @Test
    void incident_opensAfterTwoBadMinutes_andEndsAfterTwoGoodOnes() {
        beat(NO_FAULT);
        next(LATE);
        assertThat(reads.incidents(Instant.EPOCH)).isEmpty();
        next(NO_FAULT);
        next(LATE);
        var begin = clock.instant();
        next(LATE);
        var open = reads.incidents(Instant.EPOCH).getFirst();
        assertThat(open.isOpen()).isTrue();
        assertThat(open.startedAt()).isEqualTo(begin);
        assertThat(open.title()).isEqualTo("Webhooks are delayed");
        assertThat(open.updates())
                .containsExactly(new Incident.Update(
                        begin,
                        "Deliveries to webhook endpoints are late. No event is lost."
                                + " The oldest due delivery waits 14 minutes."));
        next(NO_FAULT);
        var recovered = clock.instant();
        assertThat(condition(Component.WEBHOOKS).isOpen()).isTrue();
        next(NO_FAULT);

        assertThat(condition(Component.WEBHOOKS).isOpen()).isFalse();
        assertThat(condition(Component.WEBHOOKS).message()).isNull();
        var ended = reads.incidents(Instant.EPOCH);
        assertThat(ended).hasSize(1);
        assertThat(ended.getFirst().uuid()).isEqualTo(open.uuid());
        assertThat(ended.getFirst().endedAt()).isEqualTo(recovered);
        assertThat(ended.getFirst().updates())
                .extracting(Incident.Update::text)
                .endsWith("Deliveries are on time again.");
        assertThat(history().of(Component.WEBHOOKS, clock.instant(), 60)).isEqualTo(new Share(7, 7, 3));
        assertThat(history().of(Component.API, clock.instant(), 60)).isEqualTo(new Share(7, 7, 0));
    }

    @Test
    void note_ofAnOperator_standsInTheOpenIncidents() {
        beat(LATE);
        assertRefused(ErrorCode.CONFLICT, () -> writes().note(clock.instant(), "We look into it"));
        next(LATE);
        assertRefused(ErrorCode.INVALID_REQUEST, () -> writes().note(clock.instant(), " "));
        assertRefused(ErrorCode.INVALID_REQUEST, () -> writes().note(clock.instant(), "x".repeat(501)));

        clock.move(Duration.ofSeconds(1));
        assertThat(writes().note(clock.instant(), " We look into it ")).containsExactly(Component.WEBHOOKS);

        assertThat(reads.incidents(Instant.EPOCH).getFirst().updates().getLast())
                .isEqualTo(new Incident.Update(clock.instant(), "We look into it"));
        for (var i = 0; i < 48; i++) {
            clock.move(Duration.ofMillis(1));
            writes().note(clock.instant(), "Still there");
        }
        assertRefused(ErrorCode.CONFLICT, () -> writes().note(clock.instant().plusMillis(1), "Still there"));
    }

    @Test
    void echo_ofAnOlderHeartbeat_changesNothing() {
        var first = clock.instant();
        writes().echo("relay", first.plusSeconds(60), first.plusSeconds(61));
        writes().echo("relay", first, first.plusSeconds(90));

        assertThat(reads.echo("relay"))
                .hasValueSatisfying(echo -> assertThat(echo.lag()).hasSeconds(1));
        assertThat(reads.echo("live-relay")).isEmpty();
    }

    /** The sweeper may die at any call, run again in the same minute, or not at all for some minutes. */
    @ParameterizedTest(name = "-Dwaggle.seed={0}")
    @MethodSource("waggle.model.Seeds#seeds")
    void history_afterRandomMinutesAndKills_isThatOfASimpleModel(long seed) {
        var random = new Random(seed);
        var client = FaultyClient.random(random);
        var measured = new ArrayList<Long>();
        var failed = new EnumMap<Component, Set<Long>>(Component.class);
        List.of(Component.values()).forEach(component -> failed.put(component, new HashSet<>()));
        for (var step = 0; step < 150; step++) {
            var faults = faults(random);
            if (isWritten(client, faults, random)) {
                var minute = Beat.minuteOf(clock.instant());
                measured.add(minute);
                faults.keySet().forEach(component -> minutes(failed, component).add(minute));
            }
            clock.move(MINUTE.multipliedBy(random.nextInt(10) == 0 ? 1 + random.nextInt(200) : 1));
        }

        var now = clock.instant();
        var last = measured.getLast();
        var end = Beat.minuteOf(now) - last > 3 ? Beat.minuteOf(now) : last + 1;
        for (var component : Component.values()) {
            for (var window : List.of(60L, 1_440L, 10_000L)) {
                var from = Math.max(measured.getFirst(), end - window);
                var seen = measured.stream()
                        .distinct()
                        .filter(minute -> minute >= from)
                        .count();
                var bad = minutes(failed, component).stream()
                        .filter(minute -> minute >= from)
                        .count();
                assertThat(history().of(component, now, window))
                        .as("%s of %d minutes, seed %d", component, window, seed)
                        .isEqualTo(new Share(end - from, seen, end - from - seen + bad));
            }
        }
        assertThat(reads.incidents(Instant.EPOCH))
                .as("seed %d", seed)
                .allSatisfy(incident -> assertThat(incident.isOpen())
                        .isEqualTo(incident.startedAt()
                                .equals(condition(incident.component()).openSince())))
                .allSatisfy(incident -> assertThat(incident.updates()).hasSize(incident.isOpen() ? 1 : 2));
    }

    private static Set<Long> minutes(Map<Component, Set<Long>> failed, Component component) {
        return Objects.requireNonNull(failed.get(component));
    }

    /** A heartbeat whose process is killed is sent again, or left out. */
    private boolean isWritten(DynamoDbClient client, Map<Component, String> faults, Random random) {
        for (var attempt = 0; attempt < 2; attempt++) {
            try {
                new StatusWrites(client, table).beat(clock.instant(), faults);
                break;
            } catch (FaultyClient.Killed e) {
                if (random.nextBoolean()) {
                    break;
                }
            }
        }
        return reads.beat().filter(beat -> beat.at().equals(clock.instant())).isPresent();
    }

    private static Map<Component, String> faults(Random random) {
        var faults = new EnumMap<Component, String>(Component.class);
        for (var component : Component.values()) {
            if (random.nextInt(3) == 0) {
                faults.put(component, "Something is late");
            }
        }
        return faults;
    }

    private void next(Map<Component, String> faults) {
        clock.move(MINUTE);
        beat(faults);
    }

    private void beat(Map<Component, String> faults) {
        writes().beat(clock.instant(), faults);
    }

    private StatusWrites writes() {
        return new StatusWrites(LocalTable.shared(), table);
    }

    private Condition condition(Component component) {
        return reads.beat().orElseThrow().condition(component);
    }

    private History history() {
        return new History(
                reads.days(History.today(clock.instant()).minusDays(History.MOST_DAYS)),
                reads.beat().orElse(null));
    }
}
