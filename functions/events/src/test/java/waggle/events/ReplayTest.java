package waggle.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import waggle.events.ReceivedCalls.Call;
import waggle.model.LocalTable;
import waggle.model.records.Entity;
import waggle.model.webhooks.Delivery;
import waggle.model.webhooks.Replay;

/** Replays, which the sweeper sends in portions of {@link DeliveryScenario#PORTION}. */
class ReplayTest {
    private final DeliveryScenario scenario = new DeliveryScenario(LocalTable.another());
    private final ReceivedCalls calls = scenario.calls;
    private final UUID endpoint = scenario.endpoint("tag.*");

    @Test
    void replay_ofMorePortions_isSentInOneSweep_andCountsWhatItRequested() {
        var tag = scenario.tag("Gold");
        Stream.of("Silver", "Bronze", "Tin", "Lead", "Zinc", "Iron").forEach(label -> scenario.rename(tag, label));
        deliverAll();

        var replay = scenario.replay(endpoint);
        scenario.sweep();
        scenario.run(Duration.ZERO);

        var events = scenario.events().stream().map(Entity::uuid).toList();
        assertThat(received().subList(7, 14)).isEqualTo(events);
        assertThat(scenario.replayed(replay))
                .returns(Replay.Status.FINISHED, Replay::status)
                .returns(7L, Replay::events)
                .returns(7L, Replay::deliveries)
                .returns(null, Replay::nextAttemptAt);
    }

    @Test
    void replays_requestedThreeTimes_areAllCalledAndListed() {
        scenario.tag("Gold");
        deliverAll();

        for (var i = 0; i < 3; i++) {
            scenario.clock.move(Duration.ofMillis(1));
            scenario.replay(endpoint);
        }
        scenario.sweep();
        scenario.run(Duration.ZERO);

        assertThat(calls.all()).hasSize(4);
        assertThat(scenario.delivery(endpoint, scenario.events().getFirst().uuid())
                        .attempts())
                .hasSize(4);
    }

    @Test
    void replay_ofFailedDeliveries_sendsTheseOnly() {
        Stream.of("Gold", "Silver", "Bronze", "Tin", "Lead").forEach(scenario::tag);
        deliverAll();
        var events = scenario.events().stream().map(Entity::uuid).toList();
        scenario.change(endpoint, events.get(1), Delivery::givenUp);
        scenario.change(endpoint, events.get(4), Delivery::givenUp);

        var replay = scenario.replay(endpoint, Replay.Only.FAILED);
        scenario.sweep();
        scenario.run(Duration.ZERO);

        assertThat(received().subList(5, 7)).containsExactly(events.get(1), events.get(4));
        assertThat(calls.all()).hasSize(7);
        assertThat(scenario.replayed(replay)).returns(5L, Replay::events).returns(2L, Replay::deliveries);
    }

    @Test
    void message_ofAReplay_receivedTwice_isDeliveredOnce() {
        scenario.tag("Gold");
        deliverAll();
        scenario.replay(endpoint);
        scenario.sweep();
        scenario.run(Duration.ZERO);

        scenario.replayAgain(endpoint);

        assertThat(calls.all()).hasSize(2);
    }

    @Test
    void replay_whoseTasksAreNotWorkedOff_waits_butNotForEver() {
        var labels = List.of("Gold", "Silver", "Bronze", "Tin", "Lead");
        labels.forEach(scenario::tag);
        deliverAll();
        scenario.queues.lose(true);

        var replay = scenario.replay(endpoint);
        scenario.sweep();

        assertThat(scenario.replayed(replay))
                .returns(Replay.Status.RUNNING, Replay::status)
                .returns((long) DeliveryScenario.PORTION, Replay::deliveries);
        scenario.queues.lose(false);
        scenario.clock.move(Duration.ofMinutes(15));
        scenario.sweep();
        assertThat(scenario.replayed(replay).status()).isEqualTo(Replay.Status.FINISHED);
    }

    private void deliverAll() {
        scenario.relay();
        scenario.run(Duration.ZERO);
        scenario.clock.move(Duration.ofSeconds(1));
    }

    private List<UUID> received() {
        return calls.all().stream().map(Call::event).toList();
    }
}
