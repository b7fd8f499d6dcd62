package waggle.model.declaration;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;
import waggle.model.transaction.Transaction;

/**
 * A unit of work: records of any resources that are created, changed and removed in one transaction. Nothing is written
 * before the unit ends, and a unit may run several times until its transaction succeeds. Reads see what the unit has
 * written so far; what was read is kept until the attempt ends.
 */
public interface Write extends Records {
    /** On whose behalf the unit writes. */
    Actor actor();

    /** The time of the attempt, to the millisecond. */
    Instant time();

    /** Whether the unit has created, changed or removed a record so far. */
    boolean writes(Resource<?> resource, UUID uuid);

    /** Creates a record with a new uuid and version 1, and returns it with the counts that follow from it. */
    <T> Entity<T> create(Resource<T> resource, T value);

    /** Creates a record whose uuid another item had to know before. */
    <T> Entity<T> create(Resource<T> resource, UUID uuid, T value);

    /**
     * Changes a record.
     *
     * @param change must not depend on anything but its argument and this unit; it runs again in a further attempt
     * @return the record after the change, with the counts that follow from it; the same as before, version and all, when
     *     the change changes nothing
     * @throws WaggleException {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#VERSION_MISMATCH}, or the change's own
     */
    <T> Entity<T> change(Resource<T> resource, UUID uuid, Precondition precondition, UnaryOperator<T> change);

    /** {@link #change(Resource, UUID, Precondition, UnaryOperator)} of whatever version is stored. */
    default <T> Entity<T> change(Resource<T> resource, UUID uuid, UnaryOperator<T> change) {
        return change(resource, uuid, Precondition.NONE, change);
    }

    /**
     * Removes a record. Records that it owns are removed before, in transactions of their own.
     *
     * @return the record as it last was
     * @throws WaggleException {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#VERSION_MISMATCH}
     */
    <T> Entity<T> remove(Resource<T> resource, UUID uuid, Precondition precondition);

    /**
     * Adds an event that the write means beyond {@code created}, {@code updated} and {@code deleted}.
     *
     * @param type such as {@code deal.won}
     * @param before the record before; null when it is new
     */
    <T> void tell(String type, @Nullable Entity<T> before, Entity<T> after);

    /** The transaction, for items that are no records and for conditions on records. */
    Transaction transaction();

    /** Runs after the unit was written; a process that dies before does not run it. */
    void afterCommit(Runnable step);

    /**
     * Runs another unit of work after this one was written. A process that dies before does not run it, so what it does must
     * also be found by other means.
     */
    void then(Consumer<Write> work);

    /** Whether other units run after this one. */
    boolean isContinued();

    /** Runs when the unit is refused for good, to undo what was done outside of the table. */
    void onRefusal(Runnable undo);
}
