package waggle.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import waggle.events.ReceivedCalls.Call;
import waggle.model.events.EventTypes;
import waggle.model.webhooks.Delivery;
import waggle.model.webhooks.WebhookEndpoint;

class EndpointHealthTest {
    private final DeliveryScenario scenario = new DeliveryScenario();
    private final ReceivedCalls calls = scenario.calls;

    @Test
    void endpoint_failingForFiveDays_isDisabled_andOtherEndpointsReceiveTheEvent() {
        var failing = scenario.endpoint("tag.*");
        var other = scenario.endpoint("webhook_endpoint.*");
        calls.reply(call -> call.endpoint().equals(failing) ? 0 : 200);
        for (var day = 0; day < 7; day++) {
            scenario.tag("Gold " + day);
            scenario.relay();
            scenario.runQuickly(Duration.ofDays(1));
        }

        var disabled = scenario.endpoint(failing).value();
        assertThat(disabled.status()).isEqualTo(WebhookEndpoint.Status.DISABLED);
        assertThat(disabled.disabledReason()).isEqualTo(EndpointHealth.FAILING);
        assertThat(calls.all().stream().filter(call -> call.endpoint().equals(failing)))
                .allSatisfy(call -> assertThat(call.at())
                        .isBeforeOrEqualTo(calls.all().getFirst().at().plus(Duration.ofDays(6))));
        assertThat(calls.all().stream().filter(call -> call.endpoint().equals(other)))
                .extracting(Call::type)
                .containsExactly(EventTypes.ENDPOINT_DISABLED);
    }

    @Test
    void endpoint_returning410_isDisabledAtOnce() {
        var gone = scenario.endpoint("*");
        calls.reply(call -> 410);
        scenario.tag("Gold");
        scenario.relay();

        scenario.run(Duration.ofMinutes(10));

        assertThat(calls.all()).hasSize(1);
        assertThat(scenario.endpoint(gone).value().disabledReason()).isEqualTo(EndpointHealth.GONE);
        assertThat(scenario.events()).extracting(event -> event.value().type()).contains(EventTypes.ENDPOINT_DISABLED);
        assertThat(scenario.delivery(gone, scenario.events().getFirst().uuid()).status())
                .isEqualTo(Delivery.Status.FAILED);
    }

    @Test
    void success_clearsFailingSince_butKeepsTheVersion() {
        var endpoint = scenario.endpoint("*");
        calls.reply(call -> calls.all().size() == 1 ? 503 : 200);
        scenario.tag("Gold");
        scenario.relay();

        scenario.run(Duration.ofMinutes(1));

        assertThat(calls.all()).hasSize(2);
        assertThat(scenario.endpoint(endpoint).value().failingSince()).isNull();
        assertThat(scenario.endpoint(endpoint).version()).isEqualTo(1);
    }
}
