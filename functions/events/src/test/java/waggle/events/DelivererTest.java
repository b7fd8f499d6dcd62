package waggle.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import waggle.events.ReceivedCalls.Call;
import waggle.model.webhooks.Attempt;
import waggle.model.webhooks.Delivery;

/** Which endpoints receive an event, how often, and when. */
class DelivererTest {
    private final DeliveryScenario scenario = new DeliveryScenario();
    private final ReceivedCalls calls = scenario.calls;

    @Test
    void event_isDeliveredOnceToEachSubscribedEndpoint() {
        var all = scenario.endpoint("*");
        var some = scenario.endpoint("tag.updated", "deal.*");
        scenario.endpoint("stage.*");
        var tag = scenario.tag("Gold");
        scenario.rename(tag, "Silver");

        scenario.relay();
        scenario.run(Duration.ofMinutes(10));

        assertThat(calls.all())
                .extracting(Call::endpoint, Call::type)
                .containsExactlyInAnyOrder(
                        tuple(all, "tag.created"), tuple(all, "tag.updated"), tuple(some, "tag.updated"));
        var delivery = scenario.delivery(some, scenario.events().getLast().uuid());
        assertThat(delivery.status()).isEqualTo(Delivery.Status.SUCCEEDED);
        assertThat(delivery.attempts()).singleElement().satisfies(attempt -> assertThat(attempt.status())
                .isEqualTo(200));
    }

    @Test
    void delivery_thatAlwaysFails_isRetriedAsScheduled_thenFails() {
        var endpoint = scenario.endpoint("tag.*");
        calls.reply(call -> 500);
        scenario.tag("Gold");
        scenario.relay();

        scenario.runQuickly(Duration.ofDays(4));

        var first = calls.all().getFirst().at();
        assertThat(calls.all().stream().map(call -> Duration.between(first, call.at())))
                .containsExactly(
                        Duration.ZERO,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(305),
                        Duration.ofSeconds(2_105),
                        Duration.ofSeconds(9_305),
                        Duration.ofSeconds(27_305),
                        Duration.ofSeconds(63_305),
                        Duration.ofSeconds(113_705),
                        Duration.ofSeconds(185_705),
                        Duration.ofSeconds(272_105));
        var delivery = scenario.delivery(endpoint, scenario.events().getFirst().uuid());
        assertThat(delivery.status()).isEqualTo(Delivery.Status.FAILED);
        assertThat(delivery.attempts()).hasSize(10);
        assertThat(scenario.endpoint(endpoint).value().failingSince()).isEqualTo(first);
    }

    @Test
    void retry_withTasksFromQueueAndSweeper_isMadeOnce() {
        scenario.endpoint("*");
        calls.reply(call -> calls.all().size() == 1 ? 500 : 200);
        scenario.tag("Gold");
        scenario.relay();
        scenario.run(Duration.ZERO);

        scenario.runQuickly(Duration.ofMinutes(1));

        assertThat(calls.all()).hasSize(2);
    }

    @Test
    void message_receivedTwice_isDeliveredOnce() {
        var endpoint = scenario.endpoint("*");
        scenario.tag("Gold");
        scenario.relay();
        scenario.run(Duration.ofMinutes(1));

        scenario.repeat(scenario.events().getFirst(), endpoint);

        assertThat(calls.all()).hasSize(1);
    }

    @Test
    void message_receivedAgainBeforeTheRetryIsDue_isNotDelivered() {
        var endpoint = scenario.endpoint("*");
        calls.reply(call -> 500);
        scenario.tag("Gold");
        scenario.relay();
        scenario.run(Duration.ofMinutes(1));
        assertThat(calls.all()).hasSize(2);

        scenario.repeat(scenario.events().getFirst(), endpoint);

        assertThat(calls.all()).hasSize(2);
    }

    @Test
    void endpoint_disabled_isNotCalled_andItsPendingDeliveriesFail() {
        var endpoint = scenario.endpoint("*");
        calls.reply(call -> calls.all().size() < 3 ? 500 : 410);
        scenario.tag("Gold");
        scenario.relay();
        scenario.runQuickly(Duration.ofMinutes(1));
        scenario.tag("Silver");
        scenario.relay();
        scenario.runQuickly(Duration.ofDays(7));

        assertThat(calls.all()).hasSize(3);
        assertThat(scenario.events().stream()
                        .filter(event -> event.value().type().equals("tag.created"))
                        .map(event -> scenario.delivery(endpoint, event.uuid()).status()))
                .containsOnly(Delivery.Status.FAILED);
    }

    @Test
    void attempt_duringWhichARetryIsRequested_isListed_andTheRetryFollows() {
        var endpoint = scenario.endpoint("*");
        calls.reply(call -> {
            scenario.clock.move(Duration.ofSeconds(3));
            if (calls.all().size() == 2) {
                scenario.retry(endpoint, call.event());
            }
            return calls.all().size() == 1 ? 500 : 200;
        });
        scenario.tag("Gold");
        scenario.relay();

        scenario.runQuickly(Duration.ofMinutes(10));

        assertThat(statuses(endpoint)).containsExactly(500, 200, 200);
        assertThat(calls.all()).hasSize(3);
    }

    @Test
    void attempts_ofTwoProcessesAtOnce_areBothListed() {
        var endpoint = scenario.endpoint("*");
        calls.reply(call -> {
            if (calls.all().size() == 1) {
                scenario.clock.move(Duration.ofSeconds(1));
                scenario.repeat(scenario.events().getFirst(), endpoint);
                return 500;
            }
            return 200;
        });
        scenario.tag("Gold");
        scenario.relay();

        scenario.run(Duration.ZERO);

        assertThat(statuses(endpoint)).containsExactly(500, 200);
        var delivery = scenario.delivery(endpoint, scenario.events().getFirst().uuid());
        assertThat(delivery.status()).isEqualTo(Delivery.Status.SUCCEEDED);
    }

    private List<@Nullable Integer> statuses(UUID endpoint) {
        return scenario.delivery(endpoint, scenario.events().getFirst().uuid()).attempts().stream()
                .<@Nullable Integer>map(Attempt::status)
                .toList();
    }
}
