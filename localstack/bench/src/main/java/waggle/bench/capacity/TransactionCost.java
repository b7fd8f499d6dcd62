package waggle.bench.capacity;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * The charge of a transaction: twice each item's size in kilobytes, rounded up (Amazon DynamoDB Developer Guide,
 * "DynamoDB transactions", "Capacity management"). DynamoDB Local returns the same capacity for one item and for four,
 * so it is not used. The request shows the size of put items only. Other items count as one kilobyte, since they are
 * counters and references.
 */
final class TransactionCost {
    private static final int UNITS_PER_KILOBYTE = 2;
    private static final int KILOBYTE = 1024;

    private TransactionCost() {}

    static int of(TransactWriteItemsRequest request) {
        return request.transactItems().stream().mapToInt(TransactionCost::of).sum();
    }

    private static int of(TransactWriteItem write) {
        var size = write.put() == null ? 1 : size(write.put().item());
        return UNITS_PER_KILOBYTE * Math.ceilDiv(size, KILOBYTE);
    }

    /** The size in bytes as DynamoDB counts them (Amazon DynamoDB Developer Guide, "Item sizes and formats"). */
    private static int size(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToInt(entry -> bytes(entry.getKey()) + size(entry.getValue()))
                .sum();
    }

    private static int size(AttributeValue value) {
        return switch (value.type()) {
            case S -> bytes(value.s());
            case N -> value.n().length() / 2 + 2;
            case SS -> value.ss().stream().mapToInt(TransactionCost::bytes).sum();
            case L ->
                3 + value.l().stream().mapToInt(element -> 1 + size(element)).sum();
            case M -> 3 + value.m().size() + size(value.m());
            case BOOL, NUL -> 1;
            default -> throw new IllegalArgumentException("a type that no item of ours has: " + value.type());
        };
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
