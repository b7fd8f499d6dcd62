package waggle.model.write;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.declaration.Records;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Write;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;
import waggle.model.records.Snapshot;
import waggle.model.store.RecordsBehind;
import waggle.model.table.ItemKey;
import waggle.model.transaction.Transaction;
import waggle.model.write.Happening.Told;
import waggle.model.write.Happening.Written;

/** One attempt of a unit of work: keeps what was read and what is to be written until the commit. */
final class UnitOfWork implements Write, RecordsBehind {
    private final Actor actor;
    private final Instant time;
    private final Transaction transaction;
    private final KeptRecords records;
    private final List<Happening> happenings = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Runnable> undo = new ArrayList<>();
    private final Consumer<Consumer<Write>> further;
    private boolean isContinued;
    /** Writes in which others follow from the rules of a record. */
    private int depth;

    /** @param further runs another unit of work of the same actor */
    UnitOfWork(Actor actor, Instant time, Transaction transaction, Records stored, Consumer<Consumer<Write>> further) {
        this.further = further;
        this.actor = actor;
        this.time = time;
        this.transaction = transaction;
        this.records = new KeptRecords(stored);
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public Instant time() {
        return time;
    }

    @Override
    public Transaction transaction() {
        return transaction;
    }

    @Override
    public Records behind() {
        return records;
    }

    @Override
    public Map<ItemKey, Map<String, AttributeValue>> items(List<ItemKey> keys) {
        return records.behind().items(keys);
    }

    @Override
    public boolean writes(Resource<?> resource, UUID uuid) {
        return records.isWritten(resource, uuid);
    }

    @Override
    public <T> Entity<T> create(Resource<T> resource, T value) {
        return create(resource, Uuids.next(), value);
    }

    @Override
    public <T> Entity<T> create(Resource<T> resource, UUID uuid, T value) {
        var completed = resource.rules().complete(this, null, value);
        var entity =
                new Entity<>(uuid, completed, time, time, 1, resource.fields().zeros(), 0);
        write(resource, uuid, null, Snapshot.of(entity));
        return follow(resource, null, entity);
    }

    @Override
    public <T> Entity<T> change(Resource<T> resource, UUID uuid, Precondition precondition, UnaryOperator<T> change) {
        var before = matching(resource, uuid, precondition);
        var changed = change.apply(before.value());
        if (changed.equals(before.value())) {
            return before.entity();
        }
        var completed = resource.rules().complete(this, before.value(), changed);
        if (completed.equals(before.value())) {
            return before.entity();
        }
        // A record has one version for each unit of work that changes it.
        var after = records.isWritten(resource, uuid)
                ? before.entity().with(completed)
                : before.entity().changed(completed, time);
        write(resource, uuid, before, Snapshot.of(after));
        return follow(resource, before.entity(), after);
    }

    /** The outermost write returns the record with the counts that follow from it. */
    private <T> Entity<T> follow(Resource<T> resource, @Nullable Entity<T> before, Entity<T> after) {
        depth++;
        resource.rules().follow(this, before, after);
        depth--;
        var record = get(resource, after.uuid());
        return depth == 0 ? OwnCounts.in(this, resource, record) : record;
    }

    @Override
    public <T> Entity<T> remove(Resource<T> resource, UUID uuid, Precondition precondition) {
        var last = matching(resource, uuid, precondition);
        if (Removal.owned(resource, last.entity()) > 0 || hasItems(resource, last.entity())) {
            throw new OwnsOthers(resource, uuid, precondition);
        }
        write(resource, uuid, last, null);
        resource.rules().follow(this, last.entity(), null);
        return last.entity();
    }

    /** The last item goes last, so none is left without it. */
    private <T> boolean hasItems(Resource<T> resource, Entity<T> entity) {
        return resource.rules().lastItem(company(), entity).flatMap(this::item).isPresent();
    }

    private <T> void write(Resource<T> resource, UUID uuid, @Nullable Snapshot<T> before, @Nullable Snapshot<T> after) {
        records.write(resource, uuid, before, after).ifPresent(happenings::add);
    }

    KeptRecords kept() {
        return records;
    }

    /** The record, if it has a version that the client accepts. */
    <T> Snapshot<T> matching(Resource<T> resource, UUID uuid, Precondition precondition) {
        get(resource, uuid);
        var snapshot = records.snapshot(resource, uuid).orElseThrow();
        if (!precondition.holdsFor(snapshot.entity())) {
            throw new WaggleException(ErrorCode.VERSION_MISMATCH);
        }
        return snapshot;
    }

    @Override
    public <T> void tell(String type, @Nullable Entity<T> before, Entity<T> after) {
        happenings.add(new Told(type, Optional.ofNullable(before).map(Snapshot::of), Optional.of(Snapshot.of(after))));
    }

    @Override
    public void afterCommit(Runnable step) {
        afterCommit.add(step);
    }

    @Override
    public boolean isContinued() {
        return isContinued;
    }

    @Override
    public void then(Consumer<Write> work) {
        isContinued = true;
        afterCommit.add(() -> {
            try {
                further.accept(work);
            } catch (WaggleException refused) {
                // This unit is written; what the other one does is found by other means.
            }
        });
    }

    @Override
    public void onRefusal(Runnable step) {
        undo.add(step);
    }

    /** Everything that the unit did; a record that it created and removed leaves nothing. */
    List<Happening> happenings() {
        return happenings.stream()
                .filter(happening -> !(happening instanceof Written<?> written && written.isNothing()))
                .toList();
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }

    void refused() {
        undo.forEach(Runnable::run);
    }
}
