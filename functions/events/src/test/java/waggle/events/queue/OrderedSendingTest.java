package waggle.events.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import waggle.model.Uuids;

class OrderedSendingTest {
    private final UUID company = Uuids.next();
    private final UUID endpoint = Uuids.next();
    private final List<List<DeliveryTask>> batches = new ArrayList<>();

    @Test
    void tasks_areSentTenAtATime_andThoseOfOneRecordOneAfterAnother() {
        var many = tasks(Uuids.next(), 3);
        var others = IntStream.range(0, 20).mapToObj(i -> task(Uuids.next())).toList();

        var unsent = sending().send(joined(many, others));

        assertThat(unsent).isEmpty();
        assertThat(batches).hasSize(3).allSatisfy(batch -> assertThat(batch)
                .hasSizeLessThanOrEqualTo(10)
                .doesNotHaveDuplicates()
                .extracting(DeliveryTask::record)
                .doesNotHaveDuplicates());
        assertThat(sent()).filteredOn(many::contains).isEqualTo(many);
        assertThat(sent()).containsAll(others).hasSize(23);
    }

    @Test
    void task_behindARefusedOneOfItsRecord_isNotSent() {
        var one = tasks(Uuids.next(), 3);
        var other = tasks(Uuids.next(), 3);
        var refusing = new OrderedSending(10, batch -> {
            batches.add(batch);
            var at = batch.indexOf(one.get(1));
            return at < 0 ? Set.of() : Set.of(at);
        });

        assertThat(refusing.send(joined(one, other))).containsExactlyInAnyOrder(one.get(1), one.get(2));
        assertThat(sent()).contains(one.getFirst()).containsAll(other).doesNotContain(one.get(2));
    }

    @Test
    void tasks_behindAFailedBatch_areNotSent() {
        var tasks = IntStream.range(0, 30).mapToObj(i -> task(Uuids.next())).toList();
        var failing = new OrderedSending(10, batch -> {
            batches.add(batch);
            if (batches.size() == 2) {
                throw SdkClientException.create("unreachable");
            }
            return Set.of();
        });

        assertThat(failing.send(tasks)).containsExactlyInAnyOrderElementsOf(tasks.subList(10, 30));
        assertThat(batches).hasSize(2);
    }

    private OrderedSending sending() {
        return new OrderedSending(10, batch -> {
            batches.add(batch);
            return Set.of();
        });
    }

    private List<DeliveryTask> sent() {
        return batches.stream().flatMap(List::stream).toList();
    }

    private static List<DeliveryTask> joined(List<DeliveryTask> some, List<DeliveryTask> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private List<DeliveryTask> tasks(UUID record, int count) {
        return IntStream.range(0, count).mapToObj(i -> task(record)).toList();
    }

    private DeliveryTask task(UUID record) {
        return new DeliveryTask(company, endpoint, Uuids.next(), record);
    }
}
