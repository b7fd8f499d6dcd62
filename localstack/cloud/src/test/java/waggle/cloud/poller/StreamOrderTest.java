package waggle.cloud.poller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.Record;
import waggle.model.table.ItemKey;

/** The orders that Lambda may choose (AWS Lambda Developer Guide, "Using Lambda with DynamoDB"). */
final class StreamOrderTest {
    private static final List<Record> RECORDS = IntStream.range(0, 40)
            .mapToObj(number -> record(number % 2 == 0 ? "even" : "odd", number))
            .toList();

    @Test
    void shard_withFactorOne_keepsItsOrder() {
        assertThat(new StreamOrder(1, false).batches(RECORDS)).containsExactly(RECORDS);
        assertThat(new StreamOrder(1, false).batches(List.of())).isEmpty();
    }

    @Test
    void shard_thatIsWeakened_keepsTheOrderOfAPartition_andRepeatsABatch() {
        var batches = new StreamOrder(1, true).batches(RECORDS);

        assertThat(batches).hasSize(3).contains(of("even"), of("odd"));
        assertThat(batches.get(1)).isEqualTo(batches.getFirst());
    }

    @Test
    void shard_withFactorAboveOne_keepsTheOrderOfAnItemOnly() {
        var twice = Stream.of(0, 1).flatMap(time -> RECORDS.stream()).toList();

        var batches = new StreamOrder(4, false).batches(twice);

        assertThat(batches)
                .hasSize(RECORDS.size())
                .allSatisfy(batch -> assertThat(batch).hasSize(2).containsOnly(batch.getFirst()));
        assertThat(batches.stream().map(List::getFirst))
                .containsExactlyInAnyOrderElementsOf(RECORDS)
                .isNotEqualTo(RECORDS);
    }

    private static List<Record> of(String partition) {
        return RECORDS.stream()
                .filter(record -> ItemKey.of(record.dynamodb().keys()).pk().equals(partition))
                .toList();
    }

    private static Record record(String partition, int number) {
        return Record.builder()
                .dynamodb(data -> data.keys(new ItemKey(partition, Integer.toString(number)).attributes()))
                .build();
    }
}
