package waggle.cloud.listen;

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
import waggle.cloud.CommandFailure;
import waggle.model.Uuids;
import waggle.model.keys.KeySecret;
import waggle.model.records.Entity;

final class EventFeedTest {
    private final EventList list = EventList.open();
    private final List<Duration> pauses = new ArrayList<>();

    EventFeedTest() throws IOException {}

    @AfterEach
    void close() {
        list.close();
    }

    @Test
    void event_isReturnedOnce_existingEventsAreSkipped() throws Exception {
        list.add();
        var feed = begin();
        var first = list.add();
        var second = list.add();

        assertThat(uuids(feed)).containsExactly(first, second);
        assertThat(uuids(feed)).isEmpty();
    }

    @Test
    void event_visibleAfterANewerOne_isReturned() throws Exception {
        var feed = begin();
        var late = Uuids.next();
        var newer = list.add();
        assertThat(uuids(feed)).containsExactly(newer);

        list.add(late);

        assertThat(uuids(feed)).containsExactly(late);
    }

    @Test
    void events_ofManyPages_areReturnedInOrder_laterCallsReadOnePage() throws Exception {
        var feed = begin();
        var made = Stream.generate(list::add).limit(120).toList();
        list.calls();

        assertThat(uuids(feed)).containsExactlyElementsOf(made);
        assertThat(list.calls()).containsExactly(1, 2, 3);
        var one = list.add();
        assertThat(uuids(feed)).containsExactly(one);
        assertThat(list.calls()).containsExactly(1);
    }

    @Test
    void failureBetweenPages_losesNoEvent() throws Exception {
        var feed = begin();
        var made = Stream.generate(list::add).limit(60).toList();
        list.reply(200, 503);

        assertThatThrownBy(feed::next)
                .isInstanceOf(IOException.class)
                .hasMessage(list.baseUrl() + " returned 503: Not now");
        assertThat(uuids(feed)).containsExactlyElementsOf(made);
    }

    @Test
    void status429_waitsForRetryAfter() throws Exception {
        var feed = begin();
        var event = list.add();
        list.reply(429, 429);

        assertThat(uuids(feed)).containsExactly(event);
        assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
    }

    @Test
    void status4xx_isACommandFailure() {
        list.reply(403);

        assertThatThrownBy(this::begin)
                .isInstanceOf(CommandFailure.class)
                .hasMessage(list.baseUrl() + " returned 403: Not now");
    }

    @Test
    void urlWithoutWaggle_isACommandFailure() {
        var elsewhere = URI.create(list.baseUrl().toString().replace("/v1", "/v2"));

        assertThatThrownBy(() -> EventFeed.begin(api(elsewhere)))
                .isInstanceOf(CommandFailure.class)
                .hasMessage(elsewhere + " returned 404");
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
