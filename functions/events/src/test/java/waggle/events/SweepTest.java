package waggle.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import waggle.model.LocalTable;

/** Due deliveries, which the sweeper sends in portions of {@link DeliveryScenario#PORTION}. */
class SweepTest {
    private final DeliveryScenario scenario = new DeliveryScenario(LocalTable.another());
    private final ReceivedCalls calls = scenario.calls;

    @Test
    void manyDueDeliveries_ofOneEndpoint_doNotDelayThoseOfAnother_andAllAreSent() {
        var busy = scenario.endpoint("tag.created");
        var calm = scenario.endpoint("tag.updated");
        var tags = Stream.of("Gold", "Silver", "Bronze", "Tin", "Lead", "Zinc", "Iron")
                .map(scenario::tag)
                .toList();
        scenario.rename(tags.getFirst(), "Platinum");
        scenario.relay();
        scenario.run(Duration.ZERO);
        var events = scenario.events();
        events.subList(0, 7).forEach(event -> scenario.retry(busy, event.uuid()));
        scenario.clock.move(Duration.ofSeconds(1));
        scenario.retry(calm, events.getLast().uuid());

        scenario.sweep();
        scenario.run(Duration.ZERO);

        var repeated = calls.all().subList(8, 16);
        assertThat(repeated.subList(0, DeliveryScenario.PORTION + 1))
                .anyMatch(call -> call.endpoint().equals(calm));
        assertThat(repeated).filteredOn(call -> call.endpoint().equals(busy)).hasSize(7);
    }
}
