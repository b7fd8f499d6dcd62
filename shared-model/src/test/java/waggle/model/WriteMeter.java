package waggle.model;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntBinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;
import waggle.model.table.TableIndex;

/**
 * Adds up the items of a client's writes, and their write units as DynamoDB bills them: one for each kilobyte of the
 * larger of an item before and after, two in a transaction, and one for each kilobyte of a changed entry of an index,
 * twice if its key changes (Amazon DynamoDB Developer Guide, "DynamoDB transactions", "Global secondary indexes").
 */
public final class WriteMeter implements ExecutionInterceptor {
    private static final int KILOBYTE = 1024;
    private static final ExecutionAttribute<Map<ItemKey, Map<String, AttributeValue>>> BEFORE =
            new ExecutionAttribute<>("items before the write");

    private final AtomicInteger items = new AtomicInteger();
    private final AtomicInteger units = new AtomicInteger();
    private final AtomicInteger ofIndexes = new AtomicInteger();

    /** Items and units since the last call, in words. */
    public String written() {
        return "%d items of %d write units and %d of indexes"
                .formatted(items.getAndSet(0), units.getAndSet(0), ofIndexes.getAndSet(0));
    }

    /** All units since the last call. */
    public int units() {
        items.set(0);
        return units.getAndSet(0) + ofIndexes.getAndSet(0);
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        var stored = new HashMap<ItemKey, Map<String, AttributeValue>>();
        keys(context.request()).forEach(key -> stored.put(key, stored(key)));
        attributes.putAttribute(BEFORE, stored);
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        var factor = context.request() instanceof TransactWriteItemsRequest ? 2 : 1;
        attributes.getAttribute(BEFORE).forEach((key, before) -> {
            var after = stored(key);
            items.incrementAndGet();
            units.addAndGet(factor * Math.max(1, Math.max(kilobytes(before), kilobytes(after))));
            TableDesign.INDEXES.forEach(
                    index -> ofIndexes.addAndGet(changed(entry(index, before), entry(index, after))));
        });
    }

    private static int changed(Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
        IntBinaryOperator larger = Math::max;
        if (before.equals(after)) {
            return 0;
        }
        var together = isSameKey(before, after) ? larger : (IntBinaryOperator) Integer::sum;
        return together.applyAsInt(kilobytes(before), kilobytes(after));
    }

    private static boolean isSameKey(Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
        return TableDesign.INDEXES.stream()
                .flatMap(index -> Stream.of(index.partitionKey(), index.sortKey()))
                .filter(name -> before.containsKey(name) && after.containsKey(name))
                .allMatch(name -> Objects.equals(before.get(name), after.get(name)));
    }

    /** What an index has of an item; empty if the item has not both keys of the index. */
    private static Map<String, AttributeValue> entry(TableIndex index, Map<String, AttributeValue> item) {
        var keys = List.of(TableDesign.PARTITION_KEY, TableDesign.SORT_KEY, index.partitionKey(), index.sortKey());
        var entry = new HashMap<>(item);
        entry.keySet()
                .removeIf(name -> !keys.contains(name) && !index.attributes().contains(name));
        return entry.keySet().containsAll(keys) ? entry : Map.of();
    }

    private static Map<String, AttributeValue> stored(ItemKey key) {
        return LocalTable.shared()
                .getItem(get ->
                        get.tableName(LocalTable.NAME).key(key.attributes()).consistentRead(true))
                .item();
    }

    private static Stream<ItemKey> keys(SdkRequest request) {
        return switch (request) {
            case TransactWriteItemsRequest transaction ->
                transaction.transactItems().stream().map(WriteMeter::key);
            case PutItemRequest put -> Stream.of(ItemKey.of(put.item()));
            case UpdateItemRequest update -> Stream.of(ItemKey.of(update.key()));
            case DeleteItemRequest delete -> Stream.of(ItemKey.of(delete.key()));
            default -> Stream.empty();
        };
    }

    private static ItemKey key(TransactWriteItem item) {
        if (item.put() != null) {
            return ItemKey.of(item.put().item());
        }
        return ItemKey.of(key(item.update() == null ? null : item.update().key(), item));
    }

    private static Map<String, AttributeValue> key(
            @Nullable Map<String, AttributeValue> updated, TransactWriteItem item) {
        if (updated != null) {
            return updated;
        }
        return item.delete() == null
                ? item.conditionCheck().key()
                : item.delete().key();
    }

    private static int kilobytes(Map<String, AttributeValue> item) {
        return Math.ceilDiv(size(item), KILOBYTE);
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
            case B -> value.b().asByteArrayUnsafe().length;
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
