package waggle.model.lists;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.WaggleException;
import waggle.model.declaration.Resource;
import waggle.model.paging.Ranks;
import waggle.model.paging.Segment;
import waggle.model.paging.Segments;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;
import waggle.model.transaction.Raced;
import waggle.model.transaction.Refusal;
import waggle.model.transaction.RetryBudget;
import waggle.model.transaction.Transaction;

/**
 * The segments of a log (README, "Logs"). Writers do not count their entries. Entries that no running write can precede
 * are folded into segments afterwards, and the rest is counted by a read.
 */
public final class LogSegments {
    /**
     * The time after which no entry with an earlier key can appear: 10 seconds of retries, a last call of 20 seconds
     * ({@code Clients}), and the difference of two clocks.
     */
    public static final Duration SETTLED = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(LogSegments.class);

    /** The most segments of one call, so that a reader does not wait long; the next call continues. */
    private static final int MOST_FOLDS = 16;

    private static final Duration FOLD_TIME = Duration.ofSeconds(2);
    private static final long A_DAY = 86_400;

    private final DynamoDbClient client;
    private final String table;
    private final Resource<?> log;
    private final String partition;
    private final Clock clock;
    private final int size;
    private final LogEntries entries;

    public LogSegments(DynamoDbClient client, String table, Resource<?> log, UUID company, Clock clock) {
        this(client, table, log, company, clock, Segments.SIZE);
    }

    /** @param size the number of entries of a segment; {@link Segments#SIZE} except in tests */
    public LogSegments(DynamoDbClient client, String table, Resource<?> log, UUID company, Clock clock, int size) {
        this.client = client;
        this.table = table;
        this.log = log;
        this.partition = log.collection(company);
        this.clock = clock;
        this.size = size;
        this.entries = new LogEntries(client, table, log, company);
    }

    /** Reads the number of entries that have not expired, and cuts between them. */
    public Ranks ranks() {
        var least = log.storing()
                .retention()
                .map(time -> Segment.at(clock.instant().minus(time)))
                .orElse(Segment.OLDEST);
        var folded = new Segments(client, table, partition).newestFirst();
        var end = folded.isEmpty() ? Segment.OLDEST : end(folded.getFirst());
        var from = end.compareTo(least) > 0 ? end : least;
        var tail = entries.keys(from, Segment.NEWEST);
        if (tail.stream().filter(key -> key.compareTo(settled()) < 0).count() >= size) {
            foldInPassing();
        }
        var segments = new ArrayList<>(cut(from, tail));
        folded.stream()
                .takeWhile(segment -> segment.cut().compareTo(least) >= 0)
                .forEach(segments::add);
        var oldest = segments.isEmpty() ? from : segments.getLast().cut();
        if (least.compareTo(oldest) < 0) {
            segments.add(segment(least, entries.count(least, Segment.below(oldest))));
        }
        return Ranks.of(segments);
    }

    /** Segments for the entries that none has counted, newest first: a page is read from the nearest cut. */
    private List<Segment> cut(String from, List<String> keys) {
        var segments = new ArrayList<Segment>();
        for (var first = 0; first < keys.size(); first += size) {
            segments.add(segment(first == 0 ? from : keys.get(first), Math.min(size, keys.size() - first)));
        }
        Collections.reverse(segments);
        return segments;
    }

    private static Segment segment(String cut, int count) {
        return new Segment(cut, count, null, null);
    }

    private void foldInPassing() {
        try {
            fold();
        } catch (SdkException | WaggleException e) {
            LOG.warn("{} was read and not folded", partition, e);
        }
    }

    /**
     * Folds settled entries into segments, as far as they fill one. Each segment begins where the one before ends, so of
     * two callers that fold at the same time one is refused, and no entry is counted twice.
     *
     * @return the number of segments that this caller and those that overtook it have made
     */
    public int fold() {
        var folded = 0;
        while (folded < MOST_FOLDS && foldNext()) {
            folded++;
        }
        return folded;
    }

    private boolean foldNext() {
        var newest = new Segments(client, table, partition).newest();
        var start = newest.map(LogSegments::end).orElse(Segment.OLDEST);
        var settled = settled();
        if (start.compareTo(settled) >= 0) {
            return false;
        }
        var next = entries.first(start, Segment.below(settled), size + 1);
        if (next.size() < size) {
            return false;
        }
        var last = key(next.get(size - 1));
        var end = next.size() > size ? Segment.cut(last, key(next.get(size))) : settled;
        try {
            insert(newest.map(Segment::cut).orElse(null), start, next.subList(0, size), end);
        } catch (Raced raced) {
            LOG.debug("{} was folded by another process", partition);
        }
        return true;
    }

    /** The newest segment never expires, because the next one begins at its end. */
    private void insert(
            @Nullable String before, String start, List<Map<String, AttributeValue>> entriesOfSegment, String end) {
        var transaction = new Transaction(table);
        transaction.insert(
                Segment.complete(ItemKey.segment(partition, start), entriesOfSegment.size(), end), Refusal.raced());
        var facets = entries.packed(start, entriesOfSegment);
        expiry().ifPresent(time -> {
            facets.put(TableDesign.TIME_TO_LIVE, time);
            if (before != null) {
                transaction
                        .change(ItemKey.segment(partition, before), Refusal.raced())
                        .requireThere()
                        .set(TableDesign.TIME_TO_LIVE, time);
            }
        });
        transaction.put(facets);
        transaction.commit(client, RetryBudget.of(FOLD_TIME));
    }

    /** In epoch seconds: all entries of a segment that is folded now have expired before. */
    private Optional<AttributeValue> expiry() {
        return log.storing()
                .retention()
                .map(time -> clock.instant().plus(time).getEpochSecond() + A_DAY)
                .map(time -> AttributeValue.fromN(Long.toString(time)));
    }

    /** The facets of the entries of a span of time, in no order. */
    Stream<StoredFacets> facets(TimeSpan span) {
        var first =
                span.after() == null ? Segment.OLDEST : Segment.at(span.after().minus(SETTLED));
        var last = span.before() == null
                ? Segment.NEWEST
                : Segment.at(span.before().plus(SETTLED));
        var end = new Segments(client, table, partition)
                .newest()
                .map(LogSegments::end)
                .orElse(Segment.OLDEST);
        var from = end.compareTo(first) > 0 ? end : first;
        var tail = from.compareTo(last) < 0 ? entries.facets(from, last) : Stream.<StoredFacets>empty();
        return Stream.concat(tail, entries.folded(first, last)).filter(span::includes);
    }

    /** An entry may appear at or above this key only. */
    private String settled() {
        return Segment.at(clock.instant().minus(SETTLED));
    }

    /** The segments of earlier versions are open; {@code m} is the end of the second of their last entry. */
    private static String end(Segment segment) {
        return Objects.requireNonNull(segment.end() == null ? segment.greatest() : segment.end());
    }

    private static String key(Map<String, AttributeValue> entry) {
        return ItemKey.of(entry).sk();
    }
}
