package waggle.model.write;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import waggle.model.Actor;
import waggle.model.WaggleException;
import waggle.model.declaration.Write;
import waggle.model.idempotency.Outcome;
import waggle.model.idempotency.Part;
import waggle.model.idempotency.Replied;

/** The parts of a request, each a unit of work of its own ({@link Writes#inParts}). */
public final class Parts {
    private final Writes writes;
    private final Actor actor;
    private final Function<String, @Nullable Part> keys;
    private boolean isWritten;
    private boolean isReplayed;

    Parts(Writes writes, Actor actor, Function<String, @Nullable Part> keys) {
        this.writes = writes;
        this.actor = actor;
        this.keys = keys;
    }

    /** The reply of an attempt: of work that was done, or of an earlier request. */
    private record Attempt(Outcome outcome, boolean isReplayed) {}

    /**
     * Runs a part, or returns the reply that it had before.
     *
     * @param name tells the parts of the request apart
     * @param time for retries
     * @throws WaggleException if the part is refused; the request can go on with its other parts
     */
    public Replied run(String name, Duration time, Function<Write, Outcome> work) {
        var key = keys.apply(name);
        var attempt = writes.within(time).run(actor, write -> attempt(write, key, work));
        if (attempt.isReplayed) {
            isReplayed = true;
            return new Replied(attempt.outcome.reply(), true);
        }
        isWritten = true;
        var finished = writes.finished(actor, attempt.outcome);
        if (key != null && !finished.repeated().equals(attempt.outcome.repeated())) {
            key.answer(finished.repeated());
        }
        return new Replied(finished.reply(), false);
    }

    private static Attempt attempt(Write write, @Nullable Part key, Function<Write, Outcome> work) {
        if (key == null) {
            return new Attempt(work.apply(write), false);
        }
        var before = key.reply(write);
        if (before.isPresent()) {
            return new Attempt(new Outcome(before.get(), before.get()), true);
        }
        var made = work.apply(write);
        key.answer(write.transaction(), made.repeated());
        return new Attempt(made, false);
    }

    /** Whether the request wrote nothing itself, but an earlier one did. */
    public boolean isReplay() {
        return isReplayed && !isWritten;
    }
}
