package waggle.model.write;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.declaration.Write;
import waggle.model.idempotency.Answered;
import waggle.model.idempotency.Claim;
import waggle.model.idempotency.IdempotencyRecords;
import waggle.model.idempotency.Once;
import waggle.model.idempotency.Outcome;
import waggle.model.idempotency.Replied;
import waggle.model.idempotency.Reply;
import waggle.model.paging.Segments;
import waggle.model.store.StoredRecords;
import waggle.model.transaction.Raced;
import waggle.model.transaction.RetryBudget;
import waggle.model.transaction.TooManyItems;
import waggle.model.transaction.Transaction;

/**
 * Runs units of work: every write of records goes through here. A unit is one transaction. It runs again, within a time
 * budget, when another write came first; its traces (events, audit entries) lie in the same transaction.
 */
public final class Writes {
    /** The reply of a request whose parts have the replies. */
    private static final Reply DONE = new Reply(200, Map.of(), null);

    private final DynamoDbClient client;
    private final String table;
    private final Clock clock;
    private final Flush flush;
    private final List<Trace> traces;
    private final IdempotencyRecords idempotency;
    private final Duration time;

    /**
     * Binds to a table.
     *
     * @param traces what follows from every unit of work
     */
    public Writes(DynamoDbClient client, String table, Clock clock, List<Trace> traces) {
        this(client, table, clock, traces, Segments.SIZE);
    }

    /** @param segmentSize how many records a segment takes; {@link Segments#SIZE} except in tests */
    public Writes(DynamoDbClient client, String table, Clock clock, List<Trace> traces, int segmentSize) {
        this.client = client;
        this.table = table;
        this.clock = clock;
        this.flush = new Flush(client, table, segmentSize);
        this.traces = List.copyOf(traces);
        this.idempotency = new IdempotencyRecords(client, table, clock);
        this.time = RetryBudget.PER_WRITE;
    }

    private Writes(Writes like, Duration time) {
        this.client = like.client;
        this.table = like.table;
        this.clock = like.clock;
        this.flush = like.flush;
        this.traces = like.traces;
        this.idempotency = like.idempotency;
        this.time = time;
    }

    /** The same for callers with less time than a request: a unit is retried for this time only. */
    public Writes within(Duration shorter) {
        return new Writes(this, shorter);
    }

    /**
     * Runs a unit of work.
     *
     * @param work may run several times, and must have no effect but through its argument
     * @return what the work returned in the attempt that was written
     * @throws WaggleException what the work or a condition of its transaction refuses; {@link
     *     ErrorCode#SERVICE_UNAVAILABLE} when other writes always came first
     */
    public <R> R run(Actor actor, Function<Write, R> work) {
        try {
            return attempts(actor, work::apply);
        } catch (TooManyItems e) {
            throw new WaggleException(
                    ErrorCode.INVALID_REQUEST,
                    "The request changes too many references at once; do it in several steps");
        }
    }

    /**
     * Runs a unit of work once for an idempotency key. The reply lies in the transaction of the unit, so that there is
     * never one without the other.
     *
     * @param once null to run the unit in any case
     * @return the unit's reply, or the one that the same request had before
     * @throws WaggleException what {@link #run} throws, which leaves the key free; {@link
     *     ErrorCode#IDEMPOTENCY_KEY_REUSED} when another request had the key; {@link ErrorCode#CONFLICT} while the first
     *     request still runs
     */
    public Replied once(Actor actor, @Nullable Once once, Function<Write, Outcome> work) {
        if (once == null) {
            return new Replied(finished(actor, run(actor, work)).reply(), false);
        }
        return switch (idempotency.begin(actor.company(), once)) {
            case Answered before -> new Replied(before.reply(), true);
            case Claim claim -> new Replied(claimed(actor, claim, work).reply(), false);
        };
    }

    /**
     * Runs a request of several units of work, its parts. With an idempotency key, a part is written once, however often the
     * request is repeated, also where it died before; a part that was refused is tried again. The key is not free for another
     * request, even if every part was refused.
     *
     * @param once null to run all parts in any case
     * @throws WaggleException {@link ErrorCode#IDEMPOTENCY_KEY_REUSED} when another request had the key; {@link
     *     ErrorCode#CONFLICT} while the first request still runs
     */
    public <R> R inParts(Actor actor, @Nullable Once once, Function<Parts, R> work) {
        if (once == null) {
            return work.apply(new Parts(this, actor, name -> null));
        }
        var begun = idempotency.beginInParts(actor.company(), once);
        var parts = new Parts(this, actor, name -> idempotency.part(actor.company(), once, name));
        var result = work.apply(parts);
        if (begun instanceof Claim claim) {
            claim.answer(DONE);
        }
        return result;
    }

    /** Only a refusal leaves the key free: after any other failure it is unknown whether the unit was written. */
    private Outcome claimed(Actor actor, Claim claim, Function<Write, Outcome> work) {
        Outcome outcome;
        try {
            outcome = run(actor, write -> {
                var made = work.apply(write);
                claim.answer(write.transaction(), made.repeated());
                return made;
            });
        } catch (WaggleException refusal) {
            claim.release();
            throw refusal;
        }
        var finished = finished(actor, outcome);
        if (!finished.repeated().equals(outcome.repeated())) {
            claim.answer(finished.repeated());
        }
        return finished;
    }

    Outcome finished(Actor actor, Outcome outcome) {
        return outcome.later()
                .read(new StoredRecords(client, table, actor.company()))
                .orElse(outcome);
    }

    <R> R attempts(Actor actor, Function<UnitOfWork, R> work) {
        var budget = RetryBudget.of(time);
        while (true) {
            var unit = begin(actor);
            R result;
            try {
                result = work.apply(unit);
                commit(unit, budget);
            } catch (Raced raced) {
                pause(budget, unit);
                continue;
            } catch (LeftText left) {
                new LeftTexts(client, table).delete(left.item(), budget);
                pause(budget, unit);
                continue;
            } catch (OwnsOthers owner) {
                new Removal(this, client, table, actor).prepare(owner);
                budget = RetryBudget.of(time);
                continue;
            } catch (WaggleException | TooManyItems refusal) {
                unit.refused();
                throw refusal;
            }
            // Written: no failure from here on undoes what was done outside of the table.
            unit.committed();
            return result;
        }
    }

    private UnitOfWork begin(Actor actor) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var stored = new StoredRecords(client, table, actor.company());
        return new UnitOfWork(
                actor,
                now,
                new Transaction(table),
                stored,
                work -> run(actor, further -> {
                    work.accept(further);
                    return further;
                }));
    }

    private void commit(UnitOfWork unit, RetryBudget budget) {
        var happenings = unit.happenings();
        flush.add(unit, happenings);
        traces.forEach(trace -> trace.leave(unit, happenings));
        unit.transaction().commit(client, budget);
    }

    private static void pause(RetryBudget budget, UnitOfWork unit) {
        try {
            budget.pause();
        } catch (WaggleException contention) {
            unit.refused();
            throw contention;
        }
    }
}
