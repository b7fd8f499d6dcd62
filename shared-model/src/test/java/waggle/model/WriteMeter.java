package waggle.model;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * Adds up the items of a client's transactions, and the write units of the table: two for each kilobyte of each item
 * (Amazon DynamoDB Developer Guide, "DynamoDB transactions"). An item that is changed counts as one kilobyte.
 */
public final class WriteMeter implements ExecutionInterceptor {
    private static final int KILOBYTE = 1024;

    private final AtomicInteger items = new AtomicInteger();
    private final AtomicInteger units = new AtomicInteger();

    /** Items and units since the last call, in words. */
    public String written() {
        return "%d items of %d write units".formatted(items.getAndSet(0), units.getAndSet(0));
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (context.request() instanceof TransactWriteItemsRequest transaction) {
            items.addAndGet(transaction.transactItems().size());
            transaction.transactItems().forEach(item -> units.addAndGet(2 * kilobytes(item)));
        }
    }

    private static int kilobytes(TransactWriteItem item) {
        return item.put() == null ? 1 : Math.ceilDiv(size(item.put().item()), KILOBYTE);
    }

    private static int size(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToInt(entry -> bytes(entry.getKey()) + size(entry.getValue()))
                .sum();
    }

    private static int size(AttributeValue value) {
        return switch (value.type()) {
            case S -> bytes(value.s());
            case N -> value.n().length() / 2 + 2;
            case SS -> value.ss().stream().mapToInt(WriteMeter::bytes).sum();
            case L ->
                3 + value.l().stream().mapToInt(element -> 1 + size(element)).sum();
            case M -> 3 + value.m().size() + size(value.m());
            case BOOL, NUL -> 1;
            default -> throw new IllegalArgumentException("a type that no item has: " + value.type());
        };
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
