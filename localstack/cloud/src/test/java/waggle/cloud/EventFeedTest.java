package waggle.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import waggle.model.Uuids;
import waggle.model.keys.KeySecret;
import waggle.model.store.Entity;

/** Which events are new. */
final class EventFeedTest {
    private final EventList list = EventList.open();
    private final List<Duration> pauses = new ArrayList<>();

    EventFeedTest() throws IOException {}

    @AfterEach
    void close() {
        list.close();
    }

    @Test
    void event_isGivenOnce_andNoneThatWasThereBefore() throws Exception {
        list.add();
        var feed = begin();
        var first = list.add();
        var second = list.add();

        assertThat(uuids(feed)).containsExactly(first, second);
        assertThat(uuids(feed)).isEmpty();
    }

    @Test
    void event_thatCanBeSeenAfterANewerOne_isGiven() throws Exception {
        var feed = begin();
        var late = Uuids.next();
        var newer = list.add();
        assertThat(uuids(feed)).containsExactly(newer);

        list.add(late);

        assertThat(uuids(feed)).containsExactly(late);
    }

    @Test
    void events_ofManyPages_areAllGivenInOrder_andThenOnePageIsEnough() throws Exception {
        var feed = begin();
        var made = Stream.generate(list::add).limit(120).toList();
        list.asked();

        assertThat(uuids(feed)).containsExactlyElementsOf(made);
        assertThat(list.asked()).containsExactly(1, 2, 3);
        var one = list.add();
        assertThat(uuids(feed)).containsExactly(one);
        assertThat(list.asked()).containsExactly(1);
    }

    @Test
    void failure_amongThePages_losesNothing() throws Exception {
        var feed = begin();
        var made = Stream.generate(list::add).limit(60).toList();
        list.answer(200, 503);

        assertThatThrownBy(feed::next)
                .isInstanceOf(IOException.class)
                .hasMessage(list.baseUrl() + " answers 503: Not now");
        assertThat(uuids(feed)).containsExactlyElementsOf(made);
    }

    @Test
    void key_withoutRequests_waitsAsLongAsItIsTold() throws Exception {
        var feed = begin();
        var event = list.add();
        list.answer(429, 429);

        assertThat(uuids(feed)).containsExactly(event);
        assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
    }

    @Test
    void refusal_isAComplaint() {
        list.answer(403);

        assertThatThrownBy(this::begin)
                .isInstanceOf(Complaint.class)
                .hasMessage(list.baseUrl() + " answers 403: Not now");
    }

    @Test
    void placeThatIsNoWaggle_isAComplaint() {
        var elsewhere = URI.create(list.baseUrl().toString().replace("/v1", "/v2"));

        assertThatThrownBy(() -> EventFeed.begin(api(elsewhere)))
                .isInstanceOf(Complaint.class)
                .hasMessage(elsewhere + " answers 404");
    }

    private EventFeed begin() throws Exception {
        return EventFeed.begin(api(list.baseUrl()));
    }

    private EventsApi api(URI baseUrl) {
        return new EventsApi(baseUrl, KeySecret.generate(KeySecret.Mode.TEST), pauses::add);
    }

    private static List<UUID> uuids(EventFeed feed) throws Exception {
        return feed.next().stream().map(Entity::uuid).toList();
    }
}
