package waggle.model.write;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.declaration.Resource;
import waggle.model.records.Snapshot;

/** Something that a unit of work did. */
public sealed interface Happening {

    /** The record before; empty when it is new. */
    Optional<? extends Snapshot<?>> before();

    /** The record after; empty when it is removed. */
    Optional<? extends Snapshot<?>> after();

    /** An event beyond the write of a record, such as {@code deal.won}. */
    record Told(String type, Optional<? extends Snapshot<?>> before, Optional<? extends Snapshot<?>> after)
            implements Happening {}

    /** A record that was created, changed or removed; a unit of work has one for each record. */
    final class Written<T> implements Happening {
        private final Resource<T> resource;
        private final @Nullable Snapshot<T> before;
        private @Nullable Snapshot<T> after;

        Written(Resource<T> resource, @Nullable Snapshot<T> before, @Nullable Snapshot<T> after) {
            this.resource = resource;
            this.before = before;
            this.after = after;
        }

        /** The record was written once more in the same unit. */
        void become(@Nullable Snapshot<T> now) {
            after = now;
        }

        public Resource<T> resource() {
            return resource;
        }

        public UUID uuid() {
            return before().or(this::after).orElseThrow().entity().uuid();
        }

        @Override
        public Optional<Snapshot<T>> before() {
            return Optional.ofNullable(before);
        }

        @Override
        public Optional<Snapshot<T>> after() {
            return Optional.ofNullable(after);
        }

        boolean isCreation() {
            return before == null && after != null;
        }

        boolean isRemoval() {
            return before != null && after == null;
        }

        /** A record that the same unit created and removed leaves nothing. */
        boolean isNothing() {
            return before == null && after == null;
        }
    }
}
