package waggle.model.declaration;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the records of a resource are stored.
 *
 * @param texts fields stored as the text of their JSON, since attributes lose the order of fields and the trailing zeros of
 *     numbers
 * @param keptFor how long a record is kept after it was created; null for ever
 * @param isCounted whether lists have page numbers; records that Waggle writes as part of its own work need none
 * @param isLog whether the collection only grows, in the order of its uuids
 * @param hasRecords whether there are records at all; a path may have operations only
 * @param isListed whether an index has the facets of the whole collection; the facets of a log's entries are with its
 *     segments
 */
public record Storing(
        List<String> texts,
        @Nullable Duration keptFor,
        boolean isCounted,
        boolean isLog,
        boolean isListed,
        boolean hasRecords) {

    public Optional<Duration> retention() {
        return Optional.ofNullable(keptFor);
    }

    /** Storing in the making; records are kept for ever and counted unless declared otherwise. */
    public static final class Builder {
        private List<String> texts = List.of();
        private @Nullable Duration keptFor;
        private boolean isLog;
        private boolean isListed;
        private boolean hasRecords = true;

        Builder() {}

        public Builder asText(String... fields) {
            texts = List.of(fields);
            return this;
        }

        public Builder keptFor(Duration time) {
            keptFor = time;
            return this;
        }

        /** Records are only added, by units of work, and never changed or removed. */
        public Builder asLog() {
            isLog = true;
            return this;
        }

        /** Derived records have lists of the whole collection. Their counts are read from the index. */
        public Builder asListed() {
            isListed = true;
            return this;
        }

        /** No record is stored: the path of the resource has operations only. */
        public Builder asNothing() {
            hasRecords = false;
            return this;
        }

        Storing build(boolean isCounted) {
            return new Storing(texts, keptFor, isCounted, isLog, (isCounted || isListed) && !isLog, hasRecords);
        }
    }
}
