package waggle.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import waggle.events.PostOffice.Call;
import waggle.model.events.EventTypes;
import waggle.model.webhooks.Delivery;
import waggle.model.webhooks.WebhookEndpoint;

/** What becomes of deliveries as time goes by (contract §6). */
class CourierTest {
    private static final Duration A_WEEK = Duration.ofDays(7);

    private final PostOffice office = new PostOffice();

    @Test
    void event_goesToTheEndpointsThatHearOfIt_once() {
        var all = office.endpoint("*");
        var some = office.endpoint("tag.updated", "deal.*");
        office.endpoint("stage.*");
        var tag = office.tag("Gold");
        office.rename(tag, "Silver");

        office.relay();
        office.run(Duration.ofMinutes(10));

        assertThat(office.calls)
                .extracting(Call::endpoint, Call::type)
                .containsExactlyInAnyOrder(
                        tuple(all, "tag.created"), tuple(all, "tag.updated"), tuple(some, "tag.updated"));
        var delivery = office.delivery(some, office.events().getLast().uuid());
        assertThat(delivery.status()).isEqualTo(Delivery.Status.SUCCEEDED);
        assertThat(delivery.attempts()).singleElement().satisfies(attempt -> assertThat(attempt.status())
                .isEqualTo(200));
    }

    @Test
    void delivery_thatAlwaysFails_isTriedAsScheduled_andGivenUp() {
        var endpoint = office.endpoint("tag.*");
        office.receiver(call -> 500);
        office.tag("Gold");
        office.relay();

        office.runQuickly(Duration.ofDays(4));

        var begin = office.calls.getFirst().at();
        assertThat(office.calls.stream().map(call -> Duration.between(begin, call.at())))
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
        var delivery = office.delivery(endpoint, office.events().getFirst().uuid());
        assertThat(delivery.status()).isEqualTo(Delivery.Status.FAILED);
        assertThat(delivery.attempts()).hasSize(10);
        assertThat(office.endpoint(endpoint).value().failingSince()).isEqualTo(begin);
    }

    @Test
    void endpoint_thatFailsForFiveDays_isDisabled_andTheOthersHearOfIt() {
        var failing = office.endpoint("tag.*");
        var other = office.endpoint("webhook_endpoint.*");
        office.receiver(call -> call.endpoint().equals(failing) ? 0 : 200);
        for (var day = 0; day < 7; day++) {
            office.tag("Gold " + day);
            office.relay();
            office.runQuickly(Duration.ofDays(1));
        }

        var disabled = office.endpoint(failing).value();
        assertThat(disabled.status()).isEqualTo(WebhookEndpoint.Status.DISABLED);
        assertThat(disabled.disabledReason()).isEqualTo(Health.FAILING);
        assertThat(office.calls.stream().filter(call -> call.endpoint().equals(failing)))
                .allSatisfy(call -> assertThat(call.at())
                        .isBeforeOrEqualTo(office.calls.getFirst().at().plus(Duration.ofDays(6))));
        assertThat(office.calls.stream().filter(call -> call.endpoint().equals(other)))
                .extracting(Call::type)
                .containsExactly(EventTypes.ENDPOINT_DISABLED);
    }

    @Test
    void endpoint_thatIsGone_isDisabledAtOnce() {
        var gone = office.endpoint("*");
        office.receiver(call -> 410);
        office.tag("Gold");
        office.relay();

        office.run(Duration.ofMinutes(10));

        assertThat(office.calls).hasSize(1);
        assertThat(office.endpoint(gone).value().disabledReason()).isEqualTo(Health.GONE);
        assertThat(office.events()).extracting(event -> event.value().type()).contains(EventTypes.ENDPOINT_DISABLED);
        assertThat(office.delivery(gone, office.events().getFirst().uuid()).status())
                .isEqualTo(Delivery.Status.FAILED);
    }

    @Test
    void success_endsTheFailing() {
        var endpoint = office.endpoint("*");
        office.receiver(call -> office.calls.size() == 1 ? 503 : 200);
        office.tag("Gold");
        office.relay();

        office.run(Duration.ofMinutes(1));

        assertThat(office.calls).hasSize(2);
        assertThat(office.endpoint(endpoint).value().failingSince()).isNull();
        assertThat(office.endpoint(endpoint).version()).isEqualTo(1);
    }

    @Test
    void events_ofOneRecord_waitForTheQuickAttemptsOfTheFirst() {
        office.endpoint("*");
        office.receiver(call -> office.calls.size() == 1 ? 500 : 200);
        var tag = office.tag("Gold");
        office.rename(tag, "Silver");
        office.rename(tag, "Bronze");
        var other = office.tag("Other");
        office.relay();

        office.run(Duration.ofMinutes(3));

        var events = office.events();
        assertThat(ofRecord(tag.uuid()))
                .containsExactly(
                        events.get(0).uuid(),
                        events.get(0).uuid(),
                        events.get(1).uuid(),
                        events.get(2).uuid());
        assertThat(office.calls.get(1).record()).isEqualTo(other.uuid());
        assertThat(Duration.between(
                        office.calls.getFirst().at(), office.calls.getLast().at()))
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void events_ofOneRecord_goOn_onceTheQuickAttemptsOfTheFirstAreUsedUp() {
        office.endpoint("*");
        var tag = office.tag("Gold");
        office.rename(tag, "Silver");
        office.relay();
        var first = office.events().getFirst().uuid();
        office.receiver(call -> call.event().equals(first) && office.calls.size() < 4 ? 500 : 200);

        office.run(Duration.ofMinutes(10));

        var second = office.events().getLast().uuid();
        assertThat(ofRecord(tag.uuid())).containsExactly(first, first, second, first);
    }

    @Test
    void event_thatStillWaits_isLookedAtAgain_althoughNobodyWakesIt() {
        var endpoint = office.endpoint("*");
        office.receiver(call -> office.calls.size() == 1 ? 500 : 200);
        var tag = office.tag("Gold");
        office.rename(tag, "Silver");
        office.relay();
        office.loseMessages(true);
        office.run(Duration.ZERO);
        var second = office.events().getLast();
        var before = office.delivery(endpoint, second.uuid()).nextAttemptAt();

        office.clock.move(Duration.ofSeconds(1));
        office.repeat(second, endpoint);

        assertThat(office.calls).hasSize(1);
        assertThat(office.delivery(endpoint, second.uuid()).nextAttemptAt()).isAfter(before);
        office.loseMessages(false);
        office.run(Duration.ofMinutes(2));
        assertThat(ofRecord(tag.uuid())).hasSize(3).last().isEqualTo(second.uuid());
    }

    @Test
    void event_isLookedAt_onceTheOneBeforeHasArrived_althoughNobodyLivedToWakeIt() {
        office.endpoint("*");
        office.receiver(call -> {
            office.loseMessages(office.calls.size() == 2);
            return office.calls.size() == 1 ? 500 : 200;
        });
        var tag = office.tag("Gold");
        office.rename(tag, "Silver");
        office.rename(tag, "Bronze");
        office.relay();
        office.run(Duration.ofSeconds(30));
        assertThat(office.calls).hasSize(2);

        office.loseMessages(false);
        office.run(Duration.ofMinutes(2));

        var events = office.events();
        assertThat(ofRecord(tag.uuid()))
                .containsExactly(
                        events.get(0).uuid(),
                        events.get(0).uuid(),
                        events.get(1).uuid(),
                        events.get(2).uuid());
    }

    @Test
    void events_thatWait_areNotAllLookedAtWithEverySweep() {
        var endpoint = office.endpoint("*");
        office.receiver(call -> 500);
        var tag = office.tag("Gold");
        office.rename(tag, "Silver");
        office.rename(tag, "Bronze");
        office.relay();
        office.run(Duration.ZERO);

        var waiting = office.delivery(endpoint, office.events().getLast().uuid());

        assertThat(waiting.nextAttemptAt()).isEqualTo(office.clock.instant().plus(Duration.ofHours(1)));
    }

    @Test
    void events_ofOneRecord_atASlowReceiver_areLeftToTheNextInTime() {
        office.endpoint("*");
        office.receiver(call -> {
            office.clock.move(Duration.ofSeconds(14));
            return 200;
        });
        var tag = office.tag("Gold");
        office.rename(tag, "Silver");
        office.rename(tag, "Bronze");
        office.rename(tag, "Tin");
        office.relay();

        var left = office.workAtOnce();

        assertThat(office.calls).hasSize(2);
        assertThat(left).hasSize(2).isEqualTo(office.putBack);
    }

    @Test
    void retry_isDeliveredOnce_howeverManySayThatItIsDue() {
        office.endpoint("*");
        office.receiver(call -> office.calls.size() == 1 ? 500 : 200);
        office.tag("Gold");
        office.relay();
        office.run(Duration.ZERO);

        office.runQuickly(Duration.ofMinutes(1));

        assertThat(office.calls).hasSize(2);
    }

    @Test
    void message_thatComesTwice_isDeliveredOnce() {
        var endpoint = office.endpoint("*");
        office.tag("Gold");
        office.relay();
        office.run(Duration.ofMinutes(1));

        office.repeat(office.events().getFirst(), endpoint);

        assertThat(office.calls).hasSize(1);
    }

    @Test
    void message_thatComesTwiceWhileItWaits_isNotTriedEarlier() {
        var endpoint = office.endpoint("*");
        office.receiver(call -> 500);
        office.tag("Gold");
        office.relay();
        office.run(Duration.ofMinutes(1));
        assertThat(office.calls).hasSize(2);

        office.repeat(office.events().getFirst(), endpoint);

        assertThat(office.calls).hasSize(2);
    }

    @Test
    void endpoint_thatIsDisabled_getsNothing_andWhatWaitedIsGivenUp() {
        var endpoint = office.endpoint("*");
        office.receiver(call -> office.calls.size() < 3 ? 500 : 410);
        office.tag("Gold");
        office.relay();
        office.runQuickly(Duration.ofMinutes(1));
        office.tag("Silver");
        office.relay();
        office.runQuickly(A_WEEK);

        assertThat(office.calls).hasSize(3);
        assertThat(office.events().stream()
                        .filter(event -> event.value().type().equals("tag.created"))
                        .map(event -> office.delivery(endpoint, event.uuid()).status()))
                .containsOnly(Delivery.Status.FAILED);
    }

    private List<UUID> ofRecord(UUID record) {
        return office.calls.stream()
                .filter(call -> call.record().equals(record))
                .map(Call::event)
                .toList();
    }
}
