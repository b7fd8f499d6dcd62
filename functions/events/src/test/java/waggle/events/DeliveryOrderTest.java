package waggle.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Events of one record reach an endpoint in order as long as earlier ones have quick attempts left. */
class DeliveryOrderTest {
    private final DeliveryScenario scenario = new DeliveryScenario();
    private final ReceivedCalls calls = scenario.calls;

    @Test
    void events_ofOneRecord_waitForTheQuickAttemptsOfTheFirst() {
        scenario.endpoint("*");
        calls.reply(call -> calls.all().size() == 1 ? 500 : 200);
        var tag = scenario.tag("Gold");
        scenario.rename(tag, "Silver");
        scenario.rename(tag, "Bronze");
        var other = scenario.tag("Other");
        scenario.relay();

        scenario.run(Duration.ofMinutes(3));

        var events = scenario.events();
        assertThat(calls.eventsOf(tag.uuid()))
                .containsExactly(
                        events.get(0).uuid(),
                        events.get(0).uuid(),
                        events.get(1).uuid(),
                        events.get(2).uuid());
        assertThat(calls.all().get(1).record()).isEqualTo(other.uuid());
        assertThat(Duration.between(
                        calls.all().getFirst().at(), calls.all().getLast().at()))
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void events_ofOneRecord_areDelivered_onceTheFirstHasNoQuickAttemptLeft() {
        scenario.endpoint("*");
        var tag = scenario.tag("Gold");
        scenario.rename(tag, "Silver");
        scenario.relay();
        var first = scenario.events().getFirst().uuid();
        calls.reply(call -> call.event().equals(first) && calls.all().size() < 4 ? 500 : 200);

        scenario.run(Duration.ofMinutes(10));

        var second = scenario.events().getLast().uuid();
        assertThat(calls.eventsOf(tag.uuid())).containsExactly(first, first, second, first);
    }

    @Test
    void waitingEvent_whoseReleaseIsLost_isDeliveredWhenItIsDue() {
        var endpoint = scenario.endpoint("*");
        calls.reply(call -> calls.all().size() == 1 ? 500 : 200);
        var tag = scenario.tag("Gold");
        scenario.rename(tag, "Silver");
        scenario.relay();
        scenario.queues.lose(true);
        scenario.run(Duration.ZERO);
        var second = scenario.events().getLast();
        var before = scenario.delivery(endpoint, second.uuid()).nextAttemptAt();

        scenario.clock.move(Duration.ofSeconds(1));
        scenario.repeat(second, endpoint);

        assertThat(calls.all()).hasSize(1);
        assertThat(scenario.delivery(endpoint, second.uuid()).nextAttemptAt()).isAfter(before);
        scenario.queues.lose(false);
        scenario.run(Duration.ofMinutes(2));
        assertThat(calls.eventsOf(tag.uuid())).hasSize(3).last().isEqualTo(second.uuid());
    }

    @Test
    void waitingEvent_isDelivered_ifTheProcessThatDeliveredTheFirstDiedBeforeTheRelease() {
        scenario.endpoint("*");
        calls.reply(call -> {
            scenario.queues.lose(calls.all().size() == 2);
            return calls.all().size() == 1 ? 500 : 200;
        });
        var tag = scenario.tag("Gold");
        scenario.rename(tag, "Silver");
        scenario.rename(tag, "Bronze");
        scenario.relay();
        scenario.run(Duration.ofSeconds(30));
        assertThat(calls.all()).hasSize(2);

        scenario.queues.lose(false);
        scenario.run(Duration.ofMinutes(2));

        var events = scenario.events();
        assertThat(calls.eventsOf(tag.uuid()))
                .containsExactly(
                        events.get(0).uuid(),
                        events.get(0).uuid(),
                        events.get(1).uuid(),
                        events.get(2).uuid());
    }

    @Test
    void waitingEvents_areNotDueWithEverySweep() {
        var endpoint = scenario.endpoint("*");
        calls.reply(call -> 500);
        var tag = scenario.tag("Gold");
        scenario.rename(tag, "Silver");
        scenario.rename(tag, "Bronze");
        scenario.relay();
        scenario.run(Duration.ZERO);

        var waiting = scenario.delivery(endpoint, scenario.events().getLast().uuid());

        assertThat(waiting.nextAttemptAt()).isEqualTo(scenario.clock.instant().plus(Duration.ofHours(1)));
    }

    @Test
    void batch_ofOneRecordAtASlowReceiver_isPutBackWhenTheTimeIsUp() {
        scenario.endpoint("*");
        calls.reply(call -> {
            scenario.clock.move(Duration.ofSeconds(14));
            return 200;
        });
        var tag = scenario.tag("Gold");
        scenario.rename(tag, "Silver");
        scenario.rename(tag, "Bronze");
        scenario.rename(tag, "Tin");
        scenario.relay();

        var left = scenario.dispatchAsOneBatch();

        assertThat(calls.all()).hasSize(2);
        assertThat(left).hasSize(2).isEqualTo(scenario.queues.putBack());
    }
}
