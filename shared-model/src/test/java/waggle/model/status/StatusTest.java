package waggle.model.status;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.model.Refusals.assertRefused;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import waggle.model.ErrorCode;
import waggle.model.ManualClock;

/** Heartbeats by a clock that the tests move. Every test has a table of its own. */
class StatusTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Map<Component, String> NO_FAULT = Map.of();
    private static final Map<Component, String> LATE =
            Map.of(Component.WEBHOOKS, "The oldest due delivery waits 14 minutes");

    private final StatusScenario status = new StatusScenario();
    private final ManualClock clock = status.clock;
    private final StatusReads reads = status.reads;

    @Test
    void history_beforeTheFirstHeartbeat_hasNoData() {
        var history = status.history();

        assertThat(history.of(Component.API, clock.instant(), 1_440).uptime()).isEmpty();
        assertThat(history.days(Component.API, clock.instant(), 90))
                .hasSize(90)
                .allSatisfy(day -> assertThat(day.share()).isEqualTo(new Share(0, 0, 0)));

        beat(NO_FAULT);

        var told = status.history().days(Component.API, clock.instant(), 90);
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

        var share = status.history().of(Component.LIVE, clock.instant(), 1_440);
        assertThat(share).isEqualTo(new Share(10, 3, 7));
        assertThat(share.uptime()).hasValue(new BigDecimal("30.00"));
        assertThat(reads.incidents(Instant.EPOCH)).isEmpty();
    }

    @Test
    void minutes_sinceTheLastHeartbeat_countOnceItIsNotCurrent() {
        beat(NO_FAULT);
        clock.move(MINUTE.multipliedBy(2));
        assertThat(status.history().of(Component.API, clock.instant(), 60)).isEqualTo(new Share(1, 1, 0));

        clock.move(MINUTE.multipliedBy(8));
        assertThat(status.history().of(Component.API, clock.instant(), 60)).isEqualTo(new Share(10, 1, 9));
        assertThat(status.history().of(Component.API, clock.instant(), 5)).isEqualTo(new Share(5, 0, 5));
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

        assertThat(status.history().of(Component.API, clock.instant(), 1_440)).isEqualTo(new Share(3, 3, 0));
        assertThat(reads.days(History.today(clock.instant()).minusDays(1)))
                .extracting(day -> day.measured().count(0, Minutes.OF_A_DAY))
                .containsExactly(2, 1);
    }

    @Test
    void twoHeartbeats_ofOneMoment_countOnce() {
        beat(NO_FAULT);
        clock.move(Duration.ofSeconds(20));
        beat(LATE);

        assertThat(status.history().of(Component.WEBHOOKS, clock.instant(), 60)).isEqualTo(new Share(1, 1, 0));
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
        assertThat(status.condition(Component.WEBHOOKS).isOpen()).isTrue();
        next(NO_FAULT);

        assertThat(status.condition(Component.WEBHOOKS).isOpen()).isFalse();
        assertThat(status.condition(Component.WEBHOOKS).message()).isNull();
        var ended = reads.incidents(Instant.EPOCH);
        assertThat(ended).hasSize(1);
        assertThat(ended.getFirst().uuid()).isEqualTo(open.uuid());
        assertThat(ended.getFirst().endedAt()).isEqualTo(recovered);
        assertThat(ended.getFirst().updates())
                .extracting(Incident.Update::text)
                .endsWith("Deliveries are on time again.");
        assertThat(status.history().of(Component.WEBHOOKS, clock.instant(), 60)).isEqualTo(new Share(7, 7, 3));
        assertThat(status.history().of(Component.API, clock.instant(), 60)).isEqualTo(new Share(7, 7, 0));
    }

    @Test
    void note_ofAnOperator_standsInTheOpenIncidents() {
        beat(LATE);
        assertRefused(ErrorCode.CONFLICT, () -> status.writes().note(clock.instant(), "We look into it"));
        next(LATE);
        assertRefused(ErrorCode.INVALID_REQUEST, () -> status.writes().note(clock.instant(), " "));
        assertRefused(ErrorCode.INVALID_REQUEST, () -> status.writes().note(clock.instant(), "x".repeat(501)));

        clock.move(Duration.ofSeconds(1));
        assertThat(status.writes().note(clock.instant(), " We look into it ")).containsExactly(Component.WEBHOOKS);

        assertThat(reads.incidents(Instant.EPOCH).getFirst().updates().getLast())
                .isEqualTo(new Incident.Update(clock.instant(), "We look into it"));
        for (var i = 0; i < 48; i++) {
            clock.move(Duration.ofMillis(1));
            status.writes().note(clock.instant(), "Still there");
        }
        assertRefused(
                ErrorCode.CONFLICT, () -> status.writes().note(clock.instant().plusMillis(1), "Still there"));
    }

    @Test
    void echo_ofAnOlderHeartbeat_changesNothing() {
        var first = clock.instant();
        status.writes().echo("relay", first.plusSeconds(60), first.plusSeconds(61));
        status.writes().echo("relay", first, first.plusSeconds(90));

        assertThat(reads.echo("relay"))
                .hasValueSatisfying(echo -> assertThat(echo.lag()).hasSeconds(1));
        assertThat(reads.echo("live-relay")).isEmpty();
    }

    private void next(Map<Component, String> faults) {
        clock.move(MINUTE);
        beat(faults);
    }

    private void beat(Map<Component, String> faults) {
        status.writes().beat(clock.instant(), faults);
    }
}
