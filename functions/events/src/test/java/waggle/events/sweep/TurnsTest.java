package waggle.events.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import waggle.model.Uuids;

class TurnsTest {
    private final UUID large = Uuids.next();
    private final UUID small = Uuids.next();

    @Test
    void company_withManyEndpoints_hasFourInARound_andThoseTakeTurns() {
        var many = IntStream.range(0, 6).mapToObj(i -> feed(large)).toList();
        var one = feed(small);
        var turns = new Turns(Stream.concat(many.stream(), Stream.of(one)).toList());

        var first = turns.take();
        first.forEach(turns::putBack);

        assertThat(first).containsExactlyInAnyOrder(many.get(0), many.get(1), many.get(2), many.get(3), one);
        assertThat(turns.take()).contains(many.get(4), many.get(5), one).hasSize(5);
    }

    @Test
    void turns_withoutFeeds_areEmpty() {
        var turns = new Turns(List.of(feed(large)));

        assertThat(turns.isEmpty()).isFalse();
        turns.take();
        assertThat(turns.isEmpty()).isTrue();
    }

    private static Feed feed(UUID owner) {
        return new Feed() {
            @Override
            public UUID company() {
                return owner;
            }

            @Override
            public Step proceed() {
                return Step.ENDED;
            }
        };
    }
}
