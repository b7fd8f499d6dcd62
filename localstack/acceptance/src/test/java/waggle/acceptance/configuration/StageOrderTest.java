package waggle.acceptance.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.samples.Stages.ofKind;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;
import waggle.acceptance.client.OwnCompany;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.exchange.Reply;
import waggle.acceptance.samples.Stages;

/** Series and order of stages ({@code docs/api.md}, "Configuration"). */
@SharedCompany
final class StageOrderTest {
    private final Api api = Target.api();

    @OwnCompany
    @Test
    void list_isInTheOrderOfSeries_theOlderFirstAmongEquals() {
        var second = Stages.create(api, Stages.deal("Second").put("series", 2));
        var alsoSecond = Stages.create(api, Stages.deal("Also second").put("series", 2));
        var first = Stages.create(api, Stages.deal("First").put("series", 1));

        var list = api.get("/stages?pageSize=50").expect(200).json();

        assertThat(Lists.data(list).stream().map(stage -> stage.path("series").asInt()))
                .isSorted();
        assertThat(Lists.labels(list)).containsSubsequence("First", "Negotiation", "Second", "Also second");
        assertThat(list.path("data")).contains(first, second, alsoSecond);
        Lists.expectLabels(
                api,
                "/stages?kind=deal",
                "Discovery",
                "First",
                "Negotiation",
                "Second",
                "Also second",
                "Closed won",
                "Closed lost");
    }

    @OwnCompany
    @Test
    void series_thatIsAbsent_isBehindTheOthersOfTheKind() {
        Stages.create(api, Stages.deal("Far").put("series", 70));

        assertThat(Stages.create(api, Stages.deal("Next")).path("series").asInt())
                .isEqualTo(71);
        assertThat(Stages.create(api, Stages.of("payment", "Paid", "completed"))
                        .path("series")
                        .asInt())
                .isEqualTo(5);
    }

    @OwnCompany
    @Test
    void series_thatIsCleared_isBehindTheOthersOnce() {
        var stage = Stages.create(api, Stages.deal("Draft").put("series", 1));

        var cleared =
                api.patch(Stages.path(stage), "{\"series\":null}").expect(200).json();
        var again =
                api.patch(Stages.path(stage), "{\"series\":null}").expect(200).json();

        assertThat(cleared.path("series").asInt()).isEqualTo(5);
        assertThat(again).isEqualTo(cleared);
    }

    @OwnCompany
    @Test
    void series_behindTheHighest_canStillBePatched() {
        Stages.create(api, Stages.deal("Far").put("series", 1_000_000));
        var next = Stages.create(api, Stages.deal("Next"));

        var patched = api.patch(Stages.path(next), "{\"label\":\"After\"}")
                .expect(200)
                .json();

        assertThat(patched.path("series")).isEqualTo(next.path("series"));
        assertThat(Lists.labels(api.get("/stages?pageSize=50").json())).endsWith("Far", "After");
    }

    @OwnCompany
    @Test
    void order_isOfOneKind_andLeavesTheOthersAlone() {
        var before = api.get("/stages?pageSize=50").json();
        var deals = Lists.texts(ofKind(before, "deal"), "uuid").reversed();
        var partner = Lists.texts(ofKind(before, "partner"), "uuid").getFirst();

        var refused = order(Stream.concat(deals.stream(), Stream.of(partner)).toList())
                .expectFaults("uuids[4]");
        order(deals).expect(200);

        assertThat(refused.fault("uuids[4]")).isEqualTo("must be of the same kind as the first");
        var after = api.get("/stages?pageSize=50").json();
        assertThat(Lists.texts(ofKind(after, "deal"), "uuid")).isEqualTo(deals);
        assertThat(ofKind(after, "partner")).isEqualTo(ofKind(before, "partner"));
        assertThat(ofKind(after, "payment")).isEqualTo(ofKind(before, "payment"));
    }

    private Reply order(List<String> uuids) {
        var list = uuids.stream().map(uuid -> '"' + uuid + '"').toList();
        return api.with("Content-Type", "application/json")
                .send("PUT", "/stages/order", BodyPublishers.ofString("{\"uuids\":" + list + "}"));
    }
}
